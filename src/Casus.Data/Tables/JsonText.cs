using System.Text.Json;

namespace Casus.Data.Tables;

/// <summary>Reads a small JSON file whole, with comments and trailing commas allowed.</summary>
internal static class JsonText
{
    /// <summary>The largest file, in bytes: 16 MiB. Mappings and package descriptions are far smaller.</summary>
    private const int Limit = 1 << 24;

    /// <summary>The document, whose root is an object; null with a problem.</summary>
    public static JsonDocument? Read(TableInput input, out InputProblem? problem)
    {
        using var stream = input.Open(out problem);
        if (stream is null)
        {
            return null;
        }
        const string Instead = "Write one JSON object in UTF-8";
        var options = new JsonDocumentOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
        };
        try
        {
            if (Bytes(stream) is not { } text)
            {
                problem = new(input.Name, null, "it is larger than 16 MiB", "no description is so large", Instead);
                return null;
            }
            var document = JsonDocument.Parse(text.Span.StartsWith("\uFEFF"u8) ? text[3..] : text, options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }
            document.Dispose();
            problem = new(input.Name, 1, "it is JSON, but no object", "its members are looked up by name", Instead);
        }
        catch (JsonException e)
        {
            var what = $"it is not JSON: {e.Message.Split(" LineNumber")[0].TrimEnd('.')}";
            problem = new(input.Name, (int)(e.LineNumber ?? 0) + 1, what, "nothing can be read from it", Instead);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = new(
                input.Name,
                null,
                $"reading stopped ({e.Message.TrimEnd('.')})",
                "the rest is not known",
                Instead
            );
        }
        return null;
    }

    /// <summary>All bytes, or null where they are more than the limit.</summary>
    private static ReadOnlyMemory<byte>? Bytes(Stream stream)
    {
        using var copy = new MemoryStream();
        var part = new byte[1 << 14];
        for (var read = stream.Read(part); read > 0; read = stream.Read(part))
        {
            copy.Write(part, 0, read);
            if (copy.Length > Limit)
            {
                return null;
            }
        }
        return copy.ToArray();
    }
}
