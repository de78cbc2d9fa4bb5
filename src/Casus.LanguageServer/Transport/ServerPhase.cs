namespace Casus.LanguageServer.Transport;

/// <summary>Where the server stands between its first request and its exit.</summary>
internal enum ServerPhase
{
    /// <summary>Nothing but `initialize` and `exit` is taken.</summary>
    New,
    Running,

    /// <summary>After `shutdown`: nothing but `exit` is taken.</summary>
    ShutDown,
}

/// <summary>The phase, shared by the transport, which refuses by it, and the server, which changes it.</summary>
internal sealed class ServerLife
{
    private volatile ServerPhase phase = ServerPhase.New;

    public ServerPhase Phase
    {
        get => phase;
        set => phase = value;
    }
}
