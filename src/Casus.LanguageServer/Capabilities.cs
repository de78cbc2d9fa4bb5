using System.Reflection;
using Casus.LanguageServer.Protocol;

namespace Casus.LanguageServer;

/// <summary>What the server says that it can do.</summary>
internal static class Capabilities
{
    private const int ChangesOfParts = 2;

    public static string Version { get; } =
        typeof(Capabilities).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "0";

    public static ServerCapabilities All { get; } =
        new()
        {
            TextDocumentSync = new TextDocumentSyncOptions(OpenClose: true, ChangesOfParts, Save: true),
            HoverProvider = true,
        };
}
