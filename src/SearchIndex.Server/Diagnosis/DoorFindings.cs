using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using SearchIndex.Server.Security;

namespace SearchIndex.Server.Diagnosis;

/// <summary>Can the service listen where it should, and who gets in?</summary>
internal static class DoorFindings
{
    private const string Addresses = "addresses";
    private const string Keys = "keys";

    public static IEnumerable<Finding> Of(SearchServiceOptions options) =>
        [.. options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ListeningAt), .. KeysOf(options)];

    private static Finding ListeningAt(string url)
    {
        var binding = BindingAddress.Parse(url);
        IPAddress address = IPAddress.TryParse(binding.Host.Trim('[', ']'), out IPAddress? named)
            ? named
            : SearchServiceOptions.IsLoopback(url) ? IPAddress.Loopback : IPAddress.Any;
        using var probe = new TcpListener(address, binding.Port);
        try
        {
            probe.Start();
            return Finding.Good(Addresses, $"{url} is free");
        }
        catch (SocketException problem) when (problem.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return Finding.Warning(Addresses, $"{url} is in use", "if it is not this service that runs there, give another port with --urls");
        }
        catch (SocketException problem)
        {
            return Finding.Fault(Addresses, $"the service cannot listen on {url}: {problem.Message}", "give an address of this machine and a port above 1023 with --urls");
        }
    }

    private static IEnumerable<Finding> KeysOf(SearchServiceOptions options)
    {
        IReadOnlyList<AccessKey> keys;
        try
        {
            keys = options.KeysFile is { } path ? AccessKeyFile.Load(path) : [];
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return [Finding.Fault(Keys, problem.Message, "no key is valid until the file is whole and closed to others; else make new keys in another file")];
        }

        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        int valid = keys.Count(key => key.IsValidAt(now));
        if (!options.NeedsKeys)
        {
            return [Finding.Good(Keys, "none is needed: only this machine reaches the service")];
        }

        Finding door = valid > 0 || options.PublicSearch
            ? Finding.Good(Keys, $"{valid} of {keys.Count} are valid; searching needs {(options.PublicSearch ? "none" : "one")}")
            : Finding.Fault(
                Keys,
                $"others reach the service, so that searching needs a key, and none of {keys.Count} is valid",
                "make one with 'searchindex keys create --scope search', or let everybody search with --public-search");
        return SearchServiceOptions.IsLoopback(options.Urls)
            ? [door]
            : [door, Finding.Warning(Addresses, "others reach the service over HTTP, which is not encrypted", "put a proxy with TLS before it unless the network is trusted")];
    }
}
