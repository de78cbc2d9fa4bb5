using System.Text;
using Casus.Core.Binding;
using Casus.Core.Text;
using Casus.Data.Geography;
using Casus.Data.Tables;

namespace Casus.Cli.Inputs;

/// <summary>
/// The text of an agreement: a file, or the file of that name in a folder. What it names is found relative to it.
/// </summary>
internal sealed class AgreementText
{
    public const string FileName = "agreement.casus";

    /// <summary>No treaty is longer; a file that is, is something else.</summary>
    private const int LongestBytes = 16 << 20;
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private readonly SourceText source;
    private readonly string folder;

    private AgreementText(SourceText source, string folder)
    {
        this.source = source;
        this.folder = folder;
    }

    public Compilation Compile(IReadOnlyDictionary<string, string> choices) =>
        Compiler.Compile(source, choices, new GeographyFolder(folder));

    public SourceText Source => source;

    /// <summary>Where the files that it names are looked for.</summary>
    public string Folder => folder;

    /// <summary>Another text in the place of this one.</summary>
    public AgreementText With(string text) => new(new SourceText(source.Path, text), folder);

    /// <summary>Null with a problem where the text cannot be read.</summary>
    public static AgreementText? Open(string path, out InputProblem? problem)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
        problem = null;
        if (!File.Exists(file))
        {
            const string Why = "there is nothing to compile";
            problem = Directory.Exists(path)
                ? new InputProblem(
                    path,
                    null,
                    $"the folder holds no {FileName}",
                    Why,
                    "Name a folder that does, or a .casus file"
                )
                : new InputProblem(
                    path,
                    null,
                    "there is no such file or folder",
                    Why,
                    "Name a .casus file, or a folder that holds one"
                );
            return null;
        }
        if (ReadBytes(file, out problem) is not { } bytes || Decode(file, bytes, out problem) is not { } text)
        {
            return null;
        }
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        return new AgreementText(new SourceText(file, text), folder);
    }

    /// <summary>
    /// What an editor hands over; the folder that it names files from is the one the user stands in. Null with a
    /// problem where it cannot be read.
    /// </summary>
    public static AgreementText? OpenStandardInput(out InputProblem? problem)
    {
        const string Name = "standard input";
        return
            ReadBytes(Name, Console.OpenStandardInput, out problem) is { } bytes
            && Decode(Name, bytes, out problem) is { } text
            ? new AgreementText(new SourceText(Name, text), Directory.GetCurrentDirectory())
            : null;
    }

    private static byte[]? ReadBytes(string file, out InputProblem? problem) =>
        ReadBytes(file, () => new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), out problem);

    private static byte[]? ReadBytes(string file, Func<Stream> open, out InputProblem? problem)
    {
        problem = null;
        try
        {
            using var stream = open();
            using var buffer = new MemoryStream();
            var chunk = new byte[1 << 16];
            for (int read; (read = stream.Read(chunk)) > 0; )
            {
                buffer.Write(chunk, 0, read);
                if (buffer.Length > LongestBytes)
                {
                    const string What = "it is longer than 16 MB";
                    problem = new InputProblem(file, null, What, "no agreement is", "Name the .casus file");
                    return null;
                }
            }
            return buffer.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var what = $"it cannot be read ({e.Message.TrimEnd('.')})";
            problem = new InputProblem(
                file,
                null,
                what,
                "there is nothing to compile",
                "Name a file that this user may read"
            );
            return null;
        }
    }

    private static string? Decode(string file, byte[] bytes, out InputProblem? problem)
    {
        problem = null;
        try
        {
            var text = Strict.GetString(bytes);
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException e)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(e.Index, 0, bytes.Length)).Count((byte)'\n');
            problem = new InputProblem(
                file,
                line,
                "it is not UTF-8",
                "names could be misread",
                "Save the file as UTF-8"
            );
            return null;
        }
    }
}
