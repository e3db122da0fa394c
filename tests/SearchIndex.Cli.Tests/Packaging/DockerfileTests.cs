using System.Text.Json;
using SearchIndex.Server;
using SearchIndex.Server.Configuration;
using SearchIndex.Testing;

namespace SearchIndex.Cli.Tests.Packaging;

/// <summary>The Dockerfile must name what is there; no engine of containers is needed to see that.</summary>
public sealed class DockerfileTests
{
    private static readonly string[] Known =
    [
        "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "ONBUILD", "RUN", "SHELL", "STOPSIGNAL",
        "USER", "VOLUME", "WORKDIR",
    ];

    private readonly IReadOnlyList<DockerInstruction> _all = DockerText.Parse(File.ReadAllText(RepositoryFolder.At("packaging", "Dockerfile")));
    private readonly DockerIgnore _ignore = new(File.ReadAllText(RepositoryFolder.At(".dockerignore")));

    /// <summary>Gets the instructions of the last stage, which is the image.</summary>
    private DockerInstruction[] Image => [.. _all.Skip(_all.Select((instruction, at) => instruction.Name == "FROM" ? at : 0).Max())];

    [Fact]
    public void Instructions_AreKnown_AndBeginWithAStage()
    {
        Assert.All(_all, instruction => Assert.Contains(instruction.Name, Known));
        Assert.Equal("FROM", _all.First(instruction => instruction.Name != "ARG").Name);
    }

    [Fact]
    public void Stages_AreNamed_AndUsed()
    {
        DockerInstruction[] stages = [.. Of("FROM")];
        string[] arguments = [.. Of("ARG").Select(argument => argument.Words[0].Split('=')[0])];

        Assert.Equal(2, stages.Length);
        Assert.All(stages, stage => Assert.Equal("AS", stage.Words[1]));
        Assert.All(stages, stage => Assert.Contains(stage.Words[0].Trim('$', '{', '}'), arguments));
        Assert.All(_all.Where(instruction => instruction.Flag("from") is not null), copy => Assert.Equal(stages[0].Words[2], copy.Flag("from")));
        Assert.Contains(Image, instruction => instruction.Flag("from") == stages[0].Words[2]);
    }

    [Fact]
    public void Copies_AreOfTheRepository_AndNotIgnored()
    {
        string[] sources = [.. Of("COPY").Where(copy => copy.Flag("from") is null).SelectMany(copy => copy.Words[..^1])];

        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.True(Path.Exists(RepositoryFolder.At(source)), source));
        Assert.All(sources, source => Assert.False(_ignore.Excludes(source.TrimEnd('/')), source));
    }

    [Theory]
    [InlineData("src/SearchIndex.Cli/Program.cs", false)]
    [InlineData("Directory.Build.props", false)]
    [InlineData("src/SearchIndex.Cli/bin/Release/searchindex.dll", true)]
    [InlineData("src/SearchIndex.Cli/obj", true)]
    [InlineData("index-data/keys.json", true)]
    [InlineData("artifacts/bin", true)]
    [InlineData(".git/config", true)]
    public void Context_HasTheSources_AndNoSecrets(string path, bool excluded) => Assert.Equal(excluded, _ignore.Excludes(path));

    /// <summary>The build within the image reads what the build here reads, or its warnings would differ.</summary>
    [Theory]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Packages.props")]
    [InlineData("BannedSymbols.txt")]
    [InlineData(".editorconfig")]
    [InlineData("global.json")]
    public void Build_ReadsTheFilesOfTheRoot(string file) => Assert.Contains(Of("COPY").SelectMany(copy => copy.Words), word => word == file);

    [Fact]
    public void EntryPoint_IsWhatPublishMakes_AndTheCommandIsParsed()
    {
        string[] publish = Of("RUN").Select(run => run.Words).Single(words => words is ["dotnet", "publish", ..]);
        string built = publish[Array.IndexOf(publish, "--output") + 1];
        DockerInstruction taken = Image.Single(instruction => instruction.Flag("from") is not null);
        string assembly = $"{taken.Words[1]}/{typeof(CommandLine).Assembly.GetName().Name}.dll";

        Assert.True(File.Exists(RepositoryFolder.At(publish[2], "SearchIndex.Cli.csproj")));
        Assert.Equal(built, taken.Words[0]);
        Assert.Equal(["dotnet", assembly], Single("ENTRYPOINT").Array());
        Assert.Empty(Line().Parse(Single("CMD").Array()).Errors);
    }

    [Fact]
    public void Port_IsTheSameEverywhere()
    {
        var address = new Uri(Variables()["SEARCHINDEX_URLS"]);

        Assert.Equal(new Uri(SearchServiceOptions.DefaultUrls).Port, address.Port);
        Assert.Equal("0.0.0.0", address.Host);
        Assert.Equal(address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), Single("EXPOSE").Rest);
        Assert.Contains($"/127.0.0.1/{address.Port} ", Single("HEALTHCHECK").Rest, StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_AreSettings() => Assert.All(Variables(), variable =>
        Assert.NotNull(ServiceSettings.All.Single(setting => setting.Variable == variable.Key).Apply(new SearchServiceOptions { Collections = [new() { IndexFolder = "index" }] }, [variable.Value])));

    [Fact]
    public void Image_RunsAsNobodySpecial_OverAVolume()
    {
        string user = Single("USER").Rest;
        int owned = Array.FindIndex(Image, instruction => instruction.Name == "RUN" && instruction.Rest.Contains($"chown {user} {Single("VOLUME").Rest}", StringComparison.Ordinal));

        Assert.Matches("^[1-9][0-9]*:[1-9][0-9]*$", user);
        Assert.InRange(owned, 0, Array.IndexOf(Image, Single("USER")));
        Assert.True(Array.IndexOf(Image, Single("VOLUME")) > owned, "what is changed behind VOLUME is lost");
        Assert.Equal(Single("VOLUME").Rest, Image.Single(instruction => instruction.Name == "WORKDIR").Rest);
        Assert.Equal("SIGTERM", Single("STOPSIGNAL").Rest);
    }

    /// <summary>The probe of the image, asked of a service on another port, and of none.</summary>
    [ProgramFact("bash")]
    public async Task Probe_OfAService_TellsWhetherItAnswers()
    {
        using CommandLineRun run = new CommandLineRun().Add("a-1.txt", "北约峰会", "北约领导人会晤。");
        int port = 0;

        await run.ServeAsync(["serve", "--urls", "http://127.0.0.1:0", "--hosts", "news.example"], async client =>
        {
            port = client.BaseAddress!.Port;
            Assert.Equal(0, await Task.Run(() => Probe(port)));
        });

        Assert.NotEqual(0, Probe(port));
    }

    [Theory]
    [InlineData("FROM a \\\n  # why\n  AS b\n", "FROM", "a AS b")]
    [InlineData("# syntax\n\ncopy --from=x --chown=1 a b", "COPY", "a b")]
    public void Parse_LinesAndFlags_AreOneInstruction(string text, string name, string rest)
    {
        DockerInstruction instruction = Assert.Single(DockerText.Parse(text));

        Assert.Equal((name, rest), (instruction.Name, instruction.Rest));
    }

    [Theory]
    [InlineData("RUN a \\\n")]
    [InlineData("FROM")]
    public void Parse_HalfAnInstruction_IsRefused(string text) => Assert.Throws<FormatException>(() => DockerText.Parse(text));

    private static CommandLine Line() => new(new Terminal(TextWriter.Null, TextWriter.Null), new DataFolders(Path.GetTempPath(), Path.GetTempPath()));

    private IEnumerable<DockerInstruction> Of(string name) => _all.Where(instruction => instruction.Name == name);

    private DockerInstruction Single(string name) => Image.Single(instruction => instruction.Name == name);

    private Dictionary<string, string> Variables() =>
        Image.Where(instruction => instruction.Name == "ENV").SelectMany(instruction => instruction.Words).Select(word => word.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    private int Probe(int port)
    {
        string probe = Single("HEALTHCHECK").Rest;
        string[] command = JsonSerializer.Deserialize<string[]>(probe["CMD ".Length..])!;
        return ProgramRun.Run(command[0], command[1..].Select(word => word.Replace("/127.0.0.1/5080 ", $"/127.0.0.1/{port} ", StringComparison.Ordinal))).ExitCode;
    }
}
