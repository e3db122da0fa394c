using System.Net.Sockets;
using System.Text;

namespace SearchIndex.Cli;

/// <summary>
/// Whoever started the service and waits until it is ready, such as systemd for a unit of <c>Type=notify</c>. It names a socket in the
/// environment and gets datagrams there: sd_notify(3).
/// </summary>
internal sealed class ServiceManager
{
    /// <summary>The variable that names the socket.</summary>
    public const string Variable = "NOTIFY_SOCKET";

    private const string Ready = "READY=1";
    private const string Stopping = "STOPPING=1";

    private readonly string? _socket;
    private readonly TextWriter _error;

    /// <summary>Creates a manager.</summary>
    /// <param name="socket">The path of the socket, or <c>@</c> and the name of an abstract one; null or empty when nobody waits.</param>
    /// <param name="error">Where to say that the manager does not listen.</param>
    public ServiceManager(string? socket, TextWriter error)
    {
        _socket = socket;
        _error = error;
    }

    /// <summary>Says that requests are answered.</summary>
    public void TellReady() => Tell(Ready);

    /// <summary>Says that the service is about to end.</summary>
    public void TellStopping() => Tell(Stopping);

    private void Tell(string state)
    {
        if (string.IsNullOrEmpty(_socket))
        {
            return;
        }

        string address = _socket[0] == '@' ? '\0' + _socket[1..] : _socket;
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            socket.Connect(new UnixDomainSocketEndPoint(address));
            socket.Send(Encoding.ASCII.GetBytes(state));
        }
        catch (SocketException problem)
        {
            _error.WriteLine($"{Variable} does not take {state}: {problem.Message}");
        }
    }
}
