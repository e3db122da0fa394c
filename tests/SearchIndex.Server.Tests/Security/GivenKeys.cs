using SearchIndex.Server.Security;

namespace SearchIndex.Server.Tests.Security;

/// <summary>Keys that tests give to those who come to a service.</summary>
internal static class GivenKeys
{
    /// <summary>When they were made.</summary>
    public static readonly DateTimeOffset Made = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Adds a key to a file of keys, and returns its text.</summary>
    /// <param name="file">The file; it need not be there yet.</param>
    /// <param name="scope">What the key is for.</param>
    /// <param name="change">Makes of the key what it is to be otherwise.</param>
    public static string Add(string file, KeyScope scope, Func<AccessKey, AccessKey>? change = null)
    {
        (string text, AccessKey key) = KeySecret.Create(scope, Made, expires: null, note: null);
        AccessKeyFile.Save(file, [.. AccessKeyFile.Load(file), change?.Invoke(key) ?? key]);
        return text;
    }
}
