using SearchIndex.Server.Security;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Security;

public sealed class KeySecretTests
{
    private static readonly DateTimeOffset Made = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Create_Keys_AreLongAndDifferAndAreNotKept()
    {
        using var folder = new TemporaryFolder();
        (string first, AccessKey key) = KeySecret.Create(KeyScope.Search, Made, expires: null, note: "reading room");
        (string second, AccessKey other) = KeySecret.Create(KeyScope.Search, Made, expires: null, note: null);
        AccessKeyFile.Save(folder.At("keys.json"), [key, other]);
        string kept = File.ReadAllText(folder.At("keys.json"));

        Assert.Equal("six_".Length + 8 + 1 + 43, first.Length);
        Assert.NotEqual(first, second);
        Assert.DoesNotContain(first[^20..], kept, StringComparison.Ordinal);
        Assert.Contains("\"scope\": \"search\"", kept, StringComparison.Ordinal);
        Assert.Equal([key, other], AccessKeyFile.Load(folder.At("keys.json")));
        Assert.False(AccessKeyFile.IsOpenToOthers(folder.At("keys.json")));
    }

    [Fact]
    public void Find_Texts_FindsTheirKeysOnly()
    {
        (string text, AccessKey key) = KeySecret.Create(KeyScope.Index, Made, expires: null, note: null);
        (_, AccessKey other) = KeySecret.Create(KeyScope.Admin, Made, expires: null, note: null);

        Assert.Same(key, KeySecret.Find(text, [other, key]));
        Assert.Null(KeySecret.Find(text, [other]));
        Assert.Null(KeySecret.Find(string.Empty, [other, key]));
        Assert.Null(KeySecret.Find(new string('a', 100_000), [other, key]));
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[{}]")]
    [InlineData("[{\"id\":\"a\",\"scope\":\"root\",\"sha256\":\"00\",\"created\":\"2026-01-01T00:00:00Z\"}]")]
    [InlineData("[{\"id\":\"a\",\"scope\":\"search\",\"sha256\":\"00\",\"created\":\"2026-01-01T00:00:00Z\"}]")]
    [InlineData("[{\"id\":\"a\",\"scope\":2,\"sha256\":\"00\",\"created\":\"2026-01-01T00:00:00Z\"}]")]
    public void Load_NoFileOfKeys_IsRefused(string text)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("keys.json", text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Assert.Throws<InvalidDataException>(() => AccessKeyFile.Load(path));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    [InlineData(1, false)]
    public void IsValidAt_Expiry_IsExclusive(int secondsAfterEnd, bool expected)
    {
        (_, AccessKey key) = KeySecret.Create(KeyScope.Search, Made, Made.AddDays(1), note: null);
        DateTimeOffset moment = Made.AddDays(1).AddSeconds(secondsAfterEnd - 1);

        Assert.Equal(expected, key.IsValidAt(moment));
    }
}
