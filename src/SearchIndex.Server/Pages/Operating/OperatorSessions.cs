using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SearchIndex.Server.Security;

namespace SearchIndex.Server.Pages.Operating;

/// <summary>
/// Who is signed in. A browser holds 256 random bits and not the key; the service holds their hash, in memory only, so that a restart signs
/// everybody out. Safe for several threads.
/// </summary>
internal sealed class OperatorSessions(KeyRing keys, TimeProvider time)
{
    /// <summary>How long a session lasts at most.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    private const int MostSessions = 100;
    private const int SecretBytes = 32;

    private readonly Dictionary<string, OperatorSession> _sessions = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Begins a session for a valid key.</summary>
    /// <returns>What the browser is to hold.</returns>
    public string Begin(AccessKey key)
    {
        string secret = NewSecret();
        lock (_lock)
        {
            if (_sessions.Count >= MostSessions)
            {
                _sessions.Remove(_sessions.MinBy(session => session.Value.Ends).Key);
            }

            _sessions[NameOf(secret)] = new OperatorSession(key.Id, NewSecret(), time.GetUtcNow() + Lifetime);
        }

        return secret;
    }

    /// <summary>Returns the session of what a browser holds, and its key; null when it ended, or its key is no longer valid.</summary>
    public (OperatorSession Session, AccessKey Key)? Find(string? secret)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return null;
        }

        OperatorSession? session;
        lock (_lock)
        {
            session = _sessions.GetValueOrDefault(NameOf(secret));
        }

        if (session is null)
        {
            return null;
        }

        if (session.Ends > time.GetUtcNow() && keys.FindId(session.KeyId) is { } key)
        {
            return (session, key);
        }

        End(secret);
        return null;
    }

    /// <summary>Ends a session.</summary>
    public void End(string? secret)
    {
        lock (_lock)
        {
            _sessions.Remove(NameOf(secret ?? string.Empty));
        }
    }

    private static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    private static string NameOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
