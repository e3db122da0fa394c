using SearchIndex.Testing;
using Xunit.Abstractions;

namespace SearchIndex.Server.Tests.Security.Attacks;

/// <summary>Sends every attack of <see cref="AttackTable"/> to a service that really listens.</summary>
public sealed class AttackTests(AttackScene scene, ITestOutputHelper output) : IClassFixture<AttackScene>
{
    private const string TableHead = "| attack | what is sent | what the service answers |\n|---|---|---|\n";

    public static TheoryData<string> Names => [.. AttackTable.All.Select(attack => attack.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Attack_OfTheTable_IsAnsweredSafely(string name)
    {
        Attack attack = AttackTable.All.Single(one => one.Name == name);

        AttackAnswer answer = await scene.AnswerAsync(attack);

        output.WriteLine(Row(attack, answer));
        Assert.True(answer.IsEnded, "the connection stays open");
        Assert.True(attack.Answer == answer.Summary, $"expected {attack.Answer}, seen {answer.Summary}:\n{answer.Whole[..Math.Min(2000, answer.Whole.Length)]}");
        Assert.All(attack.Defences, defence => defence.Check(answer));
        Assert.All(attack.Never, text => Assert.DoesNotContain(text, answer.Whole, StringComparison.Ordinal));
        Assert.All([.. scene.Secrets, HostileArchive.Secret, "   at "], secret => Assert.DoesNotContain(secret, answer.Whole, StringComparison.Ordinal));
        if (answer.Status is >= 200 and < 400 || answer.Body.Length > 0)
        {
            Assert.StartsWith("default-src 'none'", answer.HeaderOf("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.HeaderOf("X-Content-Type-Options"));
        }
    }

    [Fact]
    public async Task Document_Table_IsWhatTheServiceAnswered()
    {
        string path = RepositoryFolder.At("docs/security.md");
        string document = (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n");
        var rows = new List<string>();
        foreach (Attack attack in AttackTable.All)
        {
            rows.Add(Row(attack, await scene.AnswerAsync(attack)));
        }

        // When they differ on purpose, the rows that this test prints belong into the document.
        output.WriteLine(TableHead + string.Join('\n', rows));
        Assert.True(rows.Count >= 40);
        Assert.Equal(rows.Count, AttackTable.All.Select(attack => attack.Name).Distinct().Count());
        Assert.Contains(TableHead + string.Join('\n', rows) + "\n", document, StringComparison.Ordinal);
    }

    private static string Row(Attack attack, AttackAnswer answer)
    {
        string times = attack.Times == 1 ? string.Empty : $" ({attack.Times} times)";
        string[] told = [$"`{answer.Summary}`", .. attack.Defences.Select(defence => defence.Words), .. attack.Never.Length == 0 ? [] : new[] { $"without {string.Join(", ", attack.Never.Select(text => $"`{AttackRequest.Show(text)}`"))}" }];
        return $"| {attack.Name} | `{AttackRequest.Show(attack.Sent)}`{times} | {string.Join("; ", told)} |";
    }
}
