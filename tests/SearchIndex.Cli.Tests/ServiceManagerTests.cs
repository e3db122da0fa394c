using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using SearchIndex.Testing;

namespace SearchIndex.Cli.Tests;

public sealed class ServiceManagerTests : IDisposable
{
    private const int PatienceMilliseconds = 60_000;

    private readonly TemporaryFolder _folder = new();
    private readonly Socket _manager = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { ReceiveTimeout = PatienceMilliseconds };
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _manager.Dispose();
        _folder.Dispose();
        _error.Dispose();
    }

    [Fact]
    public void Tell_SocketFile_GetsStates()
    {
        if (!OperatingSystem.IsWindows())
        {
            string path = _folder.At("notify");
            _manager.Bind(new UnixDomainSocketEndPoint(path));
            var manager = new ServiceManager(path, _error);

            manager.TellReady();
            manager.TellStopping();

            Assert.Equal(["READY=1", "STOPPING=1"], [Receive(), Receive()]);
        }
    }

    [Fact]
    public void Tell_AbstractSocket_GetsStates()
    {
        if (OperatingSystem.IsLinux())
        {
            string name = $"searchindex-test-{Path.GetFileName(_folder.Path)}";
            _manager.Bind(new UnixDomainSocketEndPoint('\0' + name));

            new ServiceManager('@' + name, _error).TellReady();

            Assert.Equal("READY=1", Receive());
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Tell_NobodyWaits_IsSilent(string? socket)
    {
        new ServiceManager(socket, _error).TellReady();

        Assert.Empty(_error.ToString());
    }

    [Fact]
    public void Tell_NoSocket_SaysSoAndGoesOn()
    {
        new ServiceManager(_folder.At("away"), _error).TellReady();

        Assert.StartsWith("NOTIFY_SOCKET does not take READY=1", _error.ToString(), StringComparison.Ordinal);
    }

    [ProgramFact("kill")]
    public async Task Serve_UnderAManager_SaysWhenItIsReadyAndWhenItStops()
    {
        string path = _folder.At("notify");
        _manager.Bind(new UnixDomainSocketEndPoint(path));
        var start = new ProcessStartInfo(BuiltProgram.Starter, ["serve", "--urls", "http://127.0.0.1:0", "--index", _folder.At("index")])
        {
            Environment = { [ServiceManager.Variable] = path },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process service = Process.Start(start)!;

        Assert.Equal("READY=1", Receive());
        Assert.Equal(0, ProgramRun.Run("kill", ["-TERM", service.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).ExitCode);
        Assert.Equal("STOPPING=1", Receive());
        await service.WaitForExitAsync();
        Assert.Equal(ExitCode.Ok, service.ExitCode);
    }

    private string Receive()
    {
        byte[] buffer = new byte[64];
        return Encoding.ASCII.GetString(buffer, 0, _manager.Receive(buffer));
    }
}
