using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using SearchIndex.Engine.Store;
using SearchIndex.Engine.Util;
using SearchIndex.Server.Diagnosis;
using SearchIndex.Server.Security;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Diagnosis;

/// <summary>Broken set-ups, each with what the doctor must name.</summary>
public sealed class ServiceDoctorTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset LongAgo = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ArticleFolder _articles = new();
    private readonly TemporaryFolder _folder = new();

    private SearchServiceOptions Sound => new()
    {
        Collections = [new() { IndexFolder = _articles.Index, WatchedPaths = [_articles.Articles] }],
        Urls = "http://127.0.0.1:0",
        KeysFile = _folder.At("keys.json"),
    };

    public async Task InitializeAsync() => await _articles.AddUsual().IndexAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _articles.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void SoundSetUp_IsGood() => Assert.All(
        ServiceDoctor.Examine(Sound, readAll: true), finding => Assert.Equal((FindingKind.Good, null), (finding.Kind, finding.Advice)));

    [Fact]
    public void NoIndex_IsNamed() =>
        Expect(Sound.WithCollections(one => one with { IndexFolder = _folder.At("nothing") }), FindingKind.Fault, "index", "there is no index", "searchindex rebuild");

    [Fact]
    public void IndexThatIsAFile_IsNamed() =>
        Expect(Sound.WithCollections(one => one with { IndexFolder = _folder.Write("file", "text") }), FindingKind.Fault, "index", "is a file", "folder");

    [Fact]
    public void DamagedCommit_IsNamed()
    {
        File.WriteAllText(Directory.GetFiles(_articles.Index, "segments_*").Single(), "no index at all");

        Expect(Sound, FindingKind.Fault, "index", "damaged", "snapshot");
    }

    [Fact]
    public void DamagedSegment_IsNamedWhenReadWhole()
    {
        string largest = new DirectoryInfo(_articles.Index).GetFiles("_*").MaxBy(file => file.Length)!.FullName;
        byte[] bytes = File.ReadAllBytes(largest);
        bytes[bytes.Length / 2] ^= 0xFF;
        File.WriteAllBytes(largest, bytes);

        Finding[] faults = [.. ServiceDoctor.Examine(Sound, readAll: true).Where(finding => finding.Kind == FindingKind.Fault)];

        Assert.Contains(faults, finding => finding.Part == "index" && finding.What.Contains("damaged", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Lucene99")]
    [InlineData("Lucene86")]
    [InlineData("Nowhere1")]
    public void IndexOfAnotherFormat_IsNamed(string codec)
    {
        string commit = Directory.GetFiles(_articles.Index, "segments_*").Single();
        byte[] bytes = File.ReadAllBytes(commit);
        Encoding.ASCII.GetBytes(codec).CopyTo(bytes, bytes.AsSpan().IndexOf("Lucene87"u8));
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(bytes.Length - sizeof(long)), Crc32.Append(0, bytes.AsSpan(0, bytes.Length - sizeof(long))));
        File.WriteAllBytes(commit, bytes);

        Expect(Sound, FindingKind.Fault, "index", codec, "this program reads Lucene 8.7");
    }

    [Fact]
    public void MissingManifest_IsNamed()
    {
        File.Delete(Directory.GetFiles(_articles.Index, "manifest-*").Single());

        Expect(Sound, FindingKind.Warning, "index", "manifest is missing", "searchindex rebuild");
    }

    [Fact]
    public void WriterAtWork_IsNamed()
    {
        using var directory = new FSDirectory(_articles.Index);
        using IDisposable held = directory.ObtainLock("write.lock");

        Expect(Sound, FindingKind.Warning, "index", "is locked by", "wait");
    }

    [Theory]
    [InlineData(50_000_000, FindingKind.Fault)]
    [InlineData(100_000_000, FindingKind.Good)]
    public void LittleSpace_IsNamed(long free, FindingKind expected) =>
        Assert.Equal(expected, DiskFindings.SpaceOf(_articles.Index, free).Kind);

    [Fact]
    public void LessSpaceThanTheIndexHas_IsNamed()
    {
        string folder = Directory.CreateDirectory(_folder.At("large")).FullName;
        using (FileStream file = File.Create(Path.Combine(folder, "_0.fdt")))
        {
            file.SetLength(300_000_000); // A hole: it takes no space.
        }

        Finding finding = DiskFindings.SpaceOf(folder, 200_000_000);

        Assert.Equal((FindingKind.Warning, "make space: a rebuild needs as much as the index has"), (finding.Kind, finding.Advice));
    }

    [Fact]
    public void FolderThatEverybodyCanWrite_IsNamed()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_articles.Index, File.GetUnixFileMode(_articles.Index) | UnixFileMode.OtherWrite);

            Expect(Sound, FindingKind.Warning, "permissions", "everybody", "chmod o-w");
        }
    }

    [Fact]
    public void SeveralArchives_FindingsSayWhichOne()
    {
        SearchServiceOptions options = Sound with
        {
            Collections = [Sound.Collections[0] with { Name = "west" }, new() { Name = "east", IndexFolder = _folder.At("nothing") }],
        };

        Finding[] findings = [.. ServiceDoctor.Examine(options, readAll: false).Where(finding => finding.Part == "index")];

        Assert.Equal([FindingKind.Good, FindingKind.Fault], findings.Select(finding => finding.Kind));
        Assert.StartsWith("west: 4 articles", findings[0].What, StringComparison.Ordinal);
        Assert.StartsWith("east: there is no index", findings[1].What, StringComparison.Ordinal);
    }

    [Fact]
    public void VariantsFileThatIsAFolder_IsNamed() =>
        Expect(Sound.WithCollections(one => one with { VariantsFile = _folder.Path }), FindingKind.Fault, "variants", "cannot be read", "name another");

    [Fact]
    public void VariantsFileWithProblems_IsNamed() =>
        Expect(Sound.WithCollections(one => one with { VariantsFile = _folder.Write("variants.tsv", "one line without columns\n") }), FindingKind.Warning, "variants", "problems in", "variants check");

    [Fact]
    public void QueriesFileWithProblems_IsNamed() =>
        Expect(Sound.WithCollections(one => one with { QueriesFile = _folder.Write("queries.tsv", "wrong name!\tq\n") }), FindingKind.Warning, "saved queries", "1 problems", "queries list");

    [Fact]
    public void WatchedFolderThatIsAway_IsNamed() =>
        Expect(Sound.WithCollections(one => one with { WatchedPaths = [_folder.At("away")] }), FindingKind.Fault, "watched files", "is not there", "disk");

    [Fact]
    public void WatchedFolderWithoutFiles_IsNamed() =>
        Expect(Sound.WithCollections(one => one with { WatchedPaths = [Directory.CreateDirectory(_folder.At("empty")).FullName] }), FindingKind.Warning, "watched files", "no files", "disk");

    [Fact]
    public void IndexWithinTheWatchedFolder_IsNamed() => Expect(
        Sound.WithCollections(one => one with { WatchedPaths = [Path.GetDirectoryName(_articles.Index)!] }), FindingKind.Warning, "watched files", "the index lies in", "elsewhere");

    [Fact]
    public void ArchiveThatIsAway_IsNamed() =>
        Expect(Sound.WithCollections(one => one with { ArchivePaths = [_folder.At("away")] }), FindingKind.Fault, "archive", "is not there", "disk");

    [Fact]
    public void InboxThatIsAFile_IsNamed() =>
        Expect(Sound.WithCollections(one => one with { InboxFolder = _folder.Write("inbox", string.Empty) }), FindingKind.Fault, "inbox", "no folder", "chown");

    [Fact]
    public void InboxWithinTheIndex_IsNamed() =>
        Expect(Sound.WithCollections(one => one with { InboxFolder = Path.Combine(_articles.Index, "inbox") }), FindingKind.Warning, "inbox", "folder of the index", "elsewhere");

    [Fact]
    public void AddressInUse_IsNamed()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        Expect(Sound with { Urls = $"http://{other.LocalEndpoint}" }, FindingKind.Warning, "addresses", "is in use", "--urls");
    }

    [Fact]
    public void AddressOfAnotherMachine_IsNamed() =>
        Expect(Sound with { Urls = "http://192.0.2.1:5080", PublicSearch = true }, FindingKind.Fault, "addresses", "cannot listen", "of this machine");

    [Fact]
    public void OpenDoorWithoutEncryption_IsNamed() =>
        Expect(Sound with { Urls = "http://0.0.0.0:0", PublicSearch = true }, FindingKind.Warning, "addresses", "not encrypted", "TLS");

    [Fact]
    public void DoorWithoutAKey_IsNamed() =>
        Expect(Sound with { RequireKeys = true }, FindingKind.Fault, "keys", "none of 0 is valid", "keys create");

    [Fact]
    public void DoorWithExpiredKeys_IsNamed()
    {
        AccessKeyFile.Save(Sound.KeysFile!, [KeySecret.Create(KeyScope.Search, LongAgo, LongAgo.AddDays(1), note: null).Key]);

        Expect(Sound with { RequireKeys = true }, FindingKind.Fault, "keys", "none of 1 is valid", "keys create");
    }

    [Fact]
    public void KeysThatOthersCanRead_AreNamed()
    {
        AccessKeyFile.Save(Sound.KeysFile!, []);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Sound.KeysFile!, UnixFileMode.UserRead | UnixFileMode.OtherRead);

            Expect(Sound, FindingKind.Fault, "keys", "chmod 600", "closed to others");
        }
    }

    [Fact]
    public void KeysFileThatIsNone_IsNamed()
    {
        string path = _folder.Write("keys.json", "{}");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Expect(Sound, FindingKind.Fault, "keys", "is no file of keys", "make new keys");
    }

    private static void Expect(SearchServiceOptions options, FindingKind kind, string part, string what, string advice)
    {
        Finding[] bad = [.. ServiceDoctor.Examine(options, readAll: false).Where(finding => finding.Kind == kind && finding.Part == part)];

        Finding finding = Assert.Single(bad);
        Assert.Contains(what, finding.What, StringComparison.Ordinal);
        Assert.Contains(advice, finding.Advice, StringComparison.Ordinal);
    }
}
