using System.Globalization;

namespace SearchIndex.News.Tests.Updates;

/// <summary>A folder of small articles that changes at random: files come, change, move, go, are copies of each other, or are no articles.</summary>
internal sealed class RandomArchive
{
    /// <summary>Few URLs, so that files meet as copies.</summary>
    private const int Urls = 12;

    private const int Dates = 5;

    private readonly string _folder;
    private readonly Random _random;
    private int _counter;

    public RandomArchive(string folder, Random random)
    {
        _folder = folder;
        _random = random;
        Directory.CreateDirectory(folder);
    }

    /// <summary>Changes some files.</summary>
    /// <returns>What was done, for the message of a failure.</returns>
    public string Change(int operations)
    {
        var log = new List<string>();
        for (int i = 0; i < operations; i++)
        {
            string[] files = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories);
            string file = files.Length == 0 ? NewPath() : files.Order(StringComparer.Ordinal).ElementAt(_random.Next(files.Length));
            log.Add(Apply(files.Length == 0 ? 0 : _random.Next(9), file));
        }

        return string.Join("; ", log);
    }

    private string Apply(int operation, string file)
    {
        switch (operation)
        {
            case 0 or 1 or 2:
                string added = NewPath();
                return "write " + Write(added, Text());
            case 3:
                return "change " + Write(file, Text());
            case 4:
                File.Delete(file);
                return "delete " + Path.GetFileName(file);
            case 5:
                string moved = NewPath();
                File.Move(file, moved);
                return $"move {Path.GetFileName(file)} to {Path.GetFileName(moved)}";
            case 6:
                File.SetLastWriteTimeUtc(file, Past());
                return "touch " + Path.GetFileName(file);
            case 7:
                string copy = NewPath();
                File.Copy(file, copy);
                return $"copy {Path.GetFileName(file)} to {Path.GetFileName(copy)}";
            default:
                return "empty " + Write(file, string.Empty);
        }
    }

    private string NewPath()
    {
        string folder = Path.Combine(_folder, "f" + _random.Next(3).ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"n{_counter++}.md");
    }

    /// <summary>Half of the files are as old as those of an archive, half are as young as those that somebody just saved.</summary>
    private string Write(string path, string text)
    {
        File.WriteAllText(path, text);
        if (_random.Next(2) == 0)
        {
            File.SetLastWriteTimeUtc(path, Past());
        }

        return Path.GetFileName(path);
    }

    private DateTime Past() => new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(_random.Next(1_000_000));

    private string Text()
    {
        // Of one length, so that size alone does not tell that a file changed.
        string number = _random.Next(1000, 10_000).ToString(CultureInfo.InvariantCulture);
        string from = _random.Next(4) == 0 ? "none here at all____" : $"https://a.example/{_random.Next(10, 10 + Urls)}";
        return $"---\ntitle: 标题{number}\ndate: 2024-03-0{_random.Next(1, 1 + Dates)}\nfrom: {from}\n---\n\n<p>正文{number}说北约与日本。</p>\n";
    }
}
