using Microsoft.Extensions.Logging;

namespace SearchIndex.Server.Security;

/// <summary>
/// The keys of the service. The file is looked at again at most once a second, so that a revoked key stops working while the service runs.
/// A file that cannot be read opens nothing. Safe for several threads.
/// </summary>
internal sealed partial class KeyRing
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly string? _path;
    private readonly TimeProvider _time;
    private readonly ILogger<KeyRing> _log;
    private readonly Lock _lock = new();
    private IReadOnlyList<AccessKey> _keys = [];
    private long? _read;
    private string? _lastProblem;

    public KeyRing(SearchServiceOptions options, TimeProvider time, ILogger<KeyRing> log)
    {
        _path = options.KeysFile;
        _time = time;
        _log = log;
    }

    /// <summary>Returns the key that a text is when it is valid now, else null.</summary>
    public AccessKey? Find(string text)
    {
        AccessKey? key = KeySecret.Find(text, Current());
        return key?.IsValidAt(_time.GetUtcNow()) == true ? key : null;
    }

    /// <summary>Returns the key of an id when it is valid now, else null.</summary>
    public AccessKey? FindId(string id)
    {
        AccessKey? key = Current().FirstOrDefault(key => key.Id == id);
        return key?.IsValidAt(_time.GetUtcNow()) == true ? key : null;
    }

    private IReadOnlyList<AccessKey> Current()
    {
        lock (_lock)
        {
            long now = _time.GetTimestamp();
            bool isFresh = _read is { } last && _time.GetElapsedTime(last, now) < Period;
            if (!isFresh && _path is not null)
            {
                _keys = Read(_path);
                _read = now;
            }

            return _keys;
        }
    }

    private IReadOnlyList<AccessKey> Read(string path)
    {
        try
        {
            IReadOnlyList<AccessKey> keys = AccessKeyFile.Load(path);
            _lastProblem = null;
            return keys;
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            if (problem.Message != _lastProblem)
            {
                LogProblem(_log, problem.Message);
            }

            _lastProblem = problem.Message;
            return [];
        }
    }

    [LoggerMessage(LogLevel.Error, "no key is valid: {Problem}")]
    private static partial void LogProblem(ILogger log, string problem);
}
