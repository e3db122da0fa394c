using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SearchIndex.News;
using SearchIndex.News.Ingest;

namespace SearchIndex.Benchmarks;

/// <summary>
/// How long does <c>searchindex update</c> take on a large archive, and what does it read? The archive given is multiplied with distinct URLs.
/// Each run is a process; its whole life is the time. After each run the documents are compared with the files, and at the end with a rebuild.
/// </summary>
internal static class UpdateCommand
{
    private const int Share = 100;
    private const int Repeats = 3;
    private const string Mark = "<p>這一段是後來加上的。</p>";

    public static Command Create()
    {
        var archive = new Argument<string>("archive") { Description = "a folder of articles, or a .tar.gz of them" };
        var files = new Option<int>("--files") { Description = "how many files to make of it", DefaultValueFactory = _ => 64_000 };
        var command = new Command("update", "times of updates: first, no change, 1 % changed, 1 % deleted") { archive, files };
        command.SetAction((parse, _) => Task.FromResult(Run(parse.GetValue(archive)!, parse.GetValue(files))));
        return command;
    }

    private static int Run(string archive, int count)
    {
        bool packed = File.Exists(archive);
        string articles = packed ? TarArchive.Unpack(archive) : archive;
        string work = Directory.CreateTempSubdirectory("searchindex-bench-").FullName;
        try
        {
            var run = new Steps(articles, work, count);
            run.All();
            return run.Wrong == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
            if (packed)
            {
                Directory.Delete(articles, recursive: true);
            }
        }
    }

    private sealed class Steps(string articles, string work, int count)
    {
        private readonly string _archive = Path.Combine(work, "archive");
        private readonly string _index = Path.Combine(work, "index");
        private readonly HashSet<string> _problems = new(StringComparer.Ordinal);
        private Dictionary<string, ContentHash> _before = [];

        public int Wrong { get; private set; }

        public void All()
        {
            string[] paths = LargeArchive.Write(articles, _archive, count);
            Console.WriteLine($"{count} files, {paths.Sum(path => new FileInfo(path).Length) / 1_000_000} MB");
            Console.WriteLine("run\tseconds\tnew\tchanged\tdeleted\tunchanged\tfiles read\tMB read\tarticles written\tarticles\tcommitted\tdocuments");
            Update("first run", changed: []);
            for (int repeat = 0; repeat < Repeats; repeat++)
            {
                Update("no change", changed: []);
            }

            string[] changed = [.. paths.Where((_, i) => i % Share == 0)];
            Array.ForEach(changed, path => File.AppendAllText(path, Mark, new UTF8Encoding(false)));
            Update("1 % changed", changed);

            string[] deleted = [.. paths.Where((_, i) => i % Share == 1)];
            Array.ForEach(deleted, File.Delete);
            Update("1 % deleted", deleted);
            Update("no change", changed: []);
            CompareWithRebuild();
        }

        private void Update(string name, string[] changed)
        {
            (string output, TimeSpan time) = CommandLineProgram.Run("update", _archive, "--index", _index, "--json");
            JsonElement report = JsonDocument.Parse(output).RootElement;
            _problems.UnionWith(report.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("path").GetString()!));
            string verdict = Compare(changed);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}\t{time.TotalSeconds:F2}\t{report.GetProperty("new")}\t{report.GetProperty("changed")}\t{report.GetProperty("deleted")}\t{report.GetProperty("unchanged")}\t{report.GetProperty("filesRead")}\t{report.GetProperty("bytesRead").GetInt64() / 1e6:F1}\t{report.GetProperty("indexed")}\t{report.GetProperty("articles")}\t{report.GetProperty("committed")}\t{verdict}"));
        }

        /// <summary>Every good file is a source of one article, no other is; articles without a changed file are what they were.</summary>
        private string Compare(string[] changed)
        {
            Dictionary<string, ContentHash> now = DocumentCensus.Take(_index);
            HashSet<string> wanted = [.. SourceFolder.Enumerate([_archive], CancellationToken.None).Select(file => file.RelativePath)];
            wanted.ExceptWith(_problems);
            int wrong = wanted.Count(source => !now.ContainsKey(source)) + now.Keys.Count(source => !wanted.Contains(source));

            HashSet<string> news = [.. changed.Select(path => Path.GetRelativePath(_archive, path))];
            HashSet<ContentHash> old = [.. news.Where(_before.ContainsKey).Select(source => _before[source])];
            foreach ((string source, ContentHash hash) in _before.Where(entry => now.ContainsKey(entry.Key)))
            {
                bool mayDiffer = old.Contains(hash);
                wrong += (!mayDiffer && now[source] != hash) || (news.Contains(source) && now[source] == hash) ? 1 : 0;
            }

            _before = now;
            Wrong += wrong;
            return wrong == 0 ? "right" : $"{wrong} WRONG";
        }

        private void CompareWithRebuild()
        {
            string fresh = Path.Combine(work, "fresh");
            (_, TimeSpan time) = CommandLineProgram.Run("rebuild", _archive, "--index", fresh, "--json");
            Dictionary<string, ContentHash> rebuilt = DocumentCensus.Take(fresh);
            bool same = rebuilt.Count == _before.Count && rebuilt.All(entry => _before.TryGetValue(entry.Key, out ContentHash hash) && hash == entry.Value);
            Wrong += same ? 0 : 1;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"rebuild\t{time.TotalSeconds:F2}\tdocuments {(same ? "the same as after the updates" : "NOT THE SAME")}"));
            Console.WriteLine(NewsIndexer.Verify(_index).Clean ? "verify\tclean" : "verify\tNOT CLEAN");
        }
    }
}
