using System.Net.Sockets;

namespace SearchIndex.Server.Tests.Security.Attacks;

/// <summary>Sends bytes as they are, which no client for HTTP does, and reads until the service ends the connection.</summary>
internal static class RawConnection
{
    /// <summary>Longer than a service waits for anything; only a connection that stays open takes so long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<AttackAnswer> SendAsync(Uri address, byte[] request)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, patience.Token);
        NetworkStream stream = client.GetStream();
        Task sending = SendAsync(stream, request, patience.Token);
        using var received = new MemoryStream();
        bool isEnded = await ReadAsync(stream, received, patience.Token);
        client.Close();
        await sending;
        return new AttackAnswer(received.ToArray(), isEnded);
    }

    private static async Task SendAsync(NetworkStream stream, byte[] request, CancellationToken cancellation)
    {
        try
        {
            await stream.WriteAsync(request, cancellation);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException)
        {
            return; // The service need not read what it refuses.
        }
    }

    private static async Task<bool> ReadAsync(NetworkStream stream, MemoryStream received, CancellationToken cancellation)
    {
        try
        {
            await stream.CopyToAsync(received, cancellation);
            return true;
        }
        catch (IOException)
        {
            return true; // It was ended with something unread.
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
