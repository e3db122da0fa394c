using Microsoft.Playwright;
using SearchIndex.Testing;

namespace SearchIndex.Server.Tests.Browser;

/// <summary>Looks for barriers on a page, by the rules for WCAG 2.2 AA of axe-core, which lies beside this file.</summary>
internal static class AxeCore
{
    private const string Run = """
        async () => {
            const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
            const report = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
            return report.violations.map(rule => rule.id + ': ' + rule.nodes.map(node => node.target.join(' ')).slice(0, 5).join(', '));
        }
        """;

    private static readonly Lazy<string> Source = new(() =>
        File.ReadAllText(RepositoryFolder.At("tests", "SearchIndex.Server.Tests", "Browser", "axe-core", "axe.min.js")));

    /// <summary>Returns what stands in somebody's way; folds are opened first.</summary>
    public static async Task<string[]> FindViolationsAsync(IPage page)
    {
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(fold => fold.open = true)");
        await page.EvaluateAsync(Source.Value);
        return await page.EvaluateAsync<string[]>(Run);
    }
}
