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

/// <summary>The phase, which the transport follows by the messages that it lets through.</summary>
internal sealed class ServerLife
{
    private volatile ServerPhase phase = ServerPhase.New;

    public ServerPhase Phase => phase;

    /// <summary>A request or notification goes through.</summary>
    public void Pass(string? method) =>
        phase = method switch
        {
            "initialize" => ServerPhase.Running,
            "shutdown" => ServerPhase.ShutDown,
            _ => phase,
        };

    /// <summary>`initialize` could not be carried out: the client may try again.</summary>
    public void Fail() => phase = ServerPhase.New;
}
