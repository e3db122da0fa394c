using System.Collections;

namespace SearchIndex.Cli.Tests;

public sealed class KeysCommandTests
{
    [Fact]
    public async Task Create_Key_IsShownOnceAndListedWithoutIt()
    {
        using var run = new CommandLineRun();

        Assert.Equal(ExitCode.Ok, await run.RunAsync(["keys", "create", "--scope", "search", "--expires", "90d", "--note", "reading\troom"]));
        string key = run.Output.Trim();
        Assert.Equal(ExitCode.Ok, await run.RunAsync(["keys", "list"]));

        Assert.StartsWith("six_", key, StringComparison.Ordinal);
        string[] columns = run.Output.TrimEnd().Split('\t');
        Assert.Equal(6, columns.Length);
        Assert.Equal((key.Split('_')[1], "search", "valid"), (columns[0], columns[1], columns[2]));
        Assert.DoesNotContain(key.Split('_')[2], File.ReadAllText(run.At("index-data/keys.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_KeyOfSomeArchives_IsListedWithThem()
    {
        using var run = new CommandLineRun();

        await run.RunAsync(["keys", "create", "--scope", "index", "--collection", "dw", "--collection", "rfi"]);
        await run.RunAsync(["keys", "create", "--scope", "admin"]);
        await run.RunAsync(["keys", "list"]);

        Assert.Equal(["dw,rfi", "all"], run.Output.TrimEnd().Split('\n').Select(line => line.Split('\t')[^1]));
    }

    [Fact]
    public async Task Revoke_Key_IsRevoked()
    {
        using var run = new CommandLineRun();
        await run.RunAsync(["keys", "create", "--scope", "admin", "--expires", "never"]);
        string id = run.Output.Split('_')[1];

        Assert.Equal(ExitCode.Ok, await run.RunAsync(["keys", "revoke", id]));
        await run.RunAsync(["keys", "list"]);

        Assert.StartsWith($"{id}\tadmin\trevoked\tnever\t", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongUsage, await run.RunAsync(["keys", "revoke", "nobody"]));
    }

    [Theory]
    [InlineData("keys create")]
    [InlineData("keys create --scope root")]
    [InlineData("keys create --scope 2")]
    [InlineData("keys create --scope search --collection DW")]
    [InlineData("keys create --scope search --expires soon")]
    [InlineData("keys create --scope search --expires 0d")]
    [InlineData("keys create --scope search --expires 2020-01-01")]
    [InlineData("serve --urls http://0.0.0.0:0")]
    [InlineData("serve --require-keys")]
    [InlineData("serve --rate-limit many")]
    [InlineData("serve --config no-such-file")]
    [InlineData("serve --cors-origins *")]
    public async Task WrongUsage_Is2(string arguments)
    {
        using var run = new CommandLineRun();

        int code = await run.RunAsync(arguments.Split(' '));

        Assert.Equal(ExitCode.WrongUsage, code);
        Assert.Empty(run.Output);
        Assert.StartsWith("searchindex: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_ForAllWithAKeyFileThatOthersCanRead_IsRefused()
    {
        using var run = new CommandLineRun();
        await run.RunAsync(["keys", "create", "--scope", "search"]);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(run.At("index-data/keys.json"), UnixFileMode.UserRead | UnixFileMode.GroupRead);

            Assert.Equal(ExitCode.WrongUsage, await run.RunAsync(["serve", "--require-keys"]));
            Assert.Contains("chmod 600", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Serve_Arguments_AreStrongerThanTheFile()
    {
        using var run = new CommandLineRun();
        await File.WriteAllTextAsync(run.At("serve.json"), """{"rate-limit": 5, "urls": "wrong"}""");

        Assert.Equal(ExitCode.WrongUsage, await run.RunAsync(["serve", "--config", run.At("serve.json"), "--max-page-size", "0"]));
        Assert.Contains("serve.json: urls 'wrong' is not allowed; give http://HOST:PORT", run.Error, StringComparison.Ordinal);
        Assert.Contains("--max-page-size '0' is not allowed; give a whole number from 1 to 100", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("named.json", "variable.json", "named.json")]
    [InlineData(null, "variable.json", "variable.json")]
    [InlineData(null, "", "index-data/keys.json")]
    [InlineData(null, null, "index-data/keys.json")]
    public void PathOf_KeysFile_IsNamedByArgumentThenVariable(string? named, string? variable, string expected)
    {
        using var run = new CommandLineRun();
        IDictionary variables = new Hashtable { ["SEARCHINDEX_KEYS_FILE"] = variable is { Length: > 0 } ? run.At(variable) : variable };

        string path = KeysFileOption.PathOf(named is null ? null : run.At(named), variables, new DataFolders(run.At("."), run.At(".")));

        Assert.Equal(Path.GetFullPath(run.At(expected)), path);
    }
}
