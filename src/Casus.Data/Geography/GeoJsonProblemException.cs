namespace Casus.Data.Geography;

/// <summary>
/// Stops the reading of a file that cannot be used; the folder turns it into the problem that it tells.
/// </summary>
internal sealed class GeoJsonProblemException(string problem) : Exception(problem);
