namespace Casus.Reports.Export;

/// <summary>Takes rows one by one, and keeps none.</summary>
internal interface IRowExport : IDisposable
{
    void Write(JudgedRow row);

    /// <summary>After the last row; without it what was written is of no use.</summary>
    void Finish();
}
