using System.CommandLine;
using SearchIndex.Server;
using SearchIndex.Server.Configuration;
using SearchIndex.Testing;

namespace SearchIndex.Cli.Tests.Packaging;

/// <summary>The unit for systemd: what it says, and what systemd says to it.</summary>
public sealed class SystemdUnitTests
{
    /// <summary>Tenths of what <c>systemd-analyze security</c> calls exposure, of 100. The network alone, which the service is for, is 8.</summary>
    private const string MostExposure = "20";

    private static readonly string File = RepositoryFolder.At("packaging", "searchindex.service");

    private readonly string[] _lines = [.. System.IO.File.ReadAllLines(File).Where(line => line.Length > 0 && line[0] != '#')];

    [Theory]
    [InlineData("Type=notify")]
    [InlineData("User=searchindex")]
    [InlineData("StateDirectory=searchindex")]
    [InlineData("NoNewPrivileges=yes")]
    [InlineData("CapabilityBoundingSet=")]
    [InlineData("ProtectSystem=strict")]
    [InlineData("SystemCallFilter=@system-service")]
    [InlineData("SystemCallFilter=~@privileged")]
    [InlineData("UMask=0077")]
    public void Unit_IsClosed(string line) => Assert.Contains(line, _lines);

    [Fact]
    public void Command_IsParsed()
    {
        string[] words = Value("ExecStart").Split(' ');
        var line = new CommandLine(new Terminal(TextWriter.Null, TextWriter.Null), new DataFolders(Path.GetTempPath(), Path.GetTempPath()));

        ParseResult parse = line.Parse(words[1..]);

        Assert.Equal("/usr/local/bin/searchindex", words[0]);
        Assert.Empty(parse.Errors);
        Assert.Equal(ServeCommand.Name, parse.CommandResult.Command.Name);
    }

    [Fact]
    public void Variables_AreSettings_WithinTheFolderOfTheState()
    {
        string[][] variables = [.. _lines.Where(line => line.StartsWith("Environment=", StringComparison.Ordinal)).Select(line => line.Split('=', 3)[1..])];

        Assert.NotEmpty(variables);
        Assert.All(variables, variable => Assert.StartsWith($"/var/lib/{Value("StateDirectory")}/", variable[1], StringComparison.Ordinal));
        Assert.All(variables, variable => Assert.NotNull(
            ServiceSettings.All.Single(setting => setting.Variable == variable[0]).Apply(new SearchServiceOptions { Collections = [new() { IndexFolder = "index" }] }, [variable[1]])));
    }

    [Fact]
    public void CodesThatAreNotTriedAgain_AreThoseOfWrongUsageAndDamage() =>
        Assert.Equal($"{ExitCode.WrongUsage} {ExitCode.DamagedIndex}", Value("RestartPreventExitStatus"));

    /// <summary>Unknown keys and wrong values are printed, with exit code 0. Only the program need not be installed.</summary>
    [SystemdFact]
    public void Verify_OfSystemd_FindsNothing()
    {
        using var folder = new TemporaryFolder();
        string unit = folder.Write("searchindex.service", System.IO.File.ReadAllText(File).Replace("/usr/local/bin/searchindex", "/bin/true", StringComparison.Ordinal));

        JudgeResult result = ProgramRun.Run("systemd-analyze", ["verify", "--man=no", unit]);

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Output));
    }

    [SystemdFact]
    public void Exposure_AsSystemdSeesIt_IsSmall()
    {
        JudgeResult result = ProgramRun.Run("systemd-analyze", ["security", "--offline=true", "--no-pager", $"--threshold={MostExposure}", File]);

        Assert.True(result.ExitCode == 0, result.Output);
    }

    [Fact]
    public void User_IsThatOfTheUnit_AtHomeInItsState() => Assert.Contains(
        $"u {Value("User")} - \"SearchIndex\" /var/lib/{Value("StateDirectory")}",
        System.IO.File.ReadAllLines(RepositoryFolder.At("packaging", "searchindex.sysusers.conf")));

    private string Value(string key) => _lines.Single(line => line.StartsWith(key + '=', StringComparison.Ordinal))[(key.Length + 1)..];
}
