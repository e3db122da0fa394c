using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using SearchIndex.News.Inbox;

namespace SearchIndex.Server.Tasks;

/// <summary>Reads many articles, one JSON object a line. Each line stands for itself: wrong ones are noted, and the others taken.</summary>
internal sealed class ArticleLines
{
    /// <summary>The line is no JSON of an article.</summary>
    public const string WrongLine = "wrong-line";

    /// <summary>A member of the article has a value that is not allowed.</summary>
    public const string WrongArticle = "wrong-article";

    private const int MaxProblems = 100;

    private readonly List<ArticleFile> _files = [];
    private readonly List<ArticleLineProblem> _problems = [];
    private int _line;

    /// <summary>Gets the articles, in the order of their lines.</summary>
    public IReadOnlyList<ArticleFile> Files => _files;

    /// <summary>Gets why lines were not taken: the first of them.</summary>
    public IReadOnlyList<ArticleLineProblem> Problems => _problems;

    /// <summary>Gets how many lines were not taken.</summary>
    public int Rejected { get; private set; }

    /// <summary>Reads all lines.</summary>
    /// <exception cref="Microsoft.AspNetCore.Http.BadHttpRequestException">The body is too large or broken off.</exception>
    public static async Task<ArticleLines> ReadAsync(PipeReader body, CancellationToken cancellation)
    {
        var lines = new ArticleLines();
        long searched = 0;
        while (true)
        {
            ReadResult read = await body.ReadAsync(cancellation);
            ReadOnlySequence<byte> rest = read.Buffer;
            while (rest.Slice(searched).PositionOf((byte)'\n') is { } end)
            {
                cancellation.ThrowIfCancellationRequested();
                lines.Take(rest.Slice(0, end));
                rest = rest.Slice(rest.GetPosition(1, end));
                searched = 0;
            }

            if (read.IsCompleted)
            {
                lines.Take(rest);
                body.AdvanceTo(rest.End);
                return lines;
            }

            searched = rest.Length; // A long line comes in many parts, and each is looked at once.
            body.AdvanceTo(rest.Start, rest.End);
        }
    }

    private void Take(ReadOnlySequence<byte> line)
    {
        _line++;
        byte[] bytes = line.ToArray();
        if (bytes.AsSpan().IndexOfAnyExcept(" \t\r"u8) < 0)
        {
            return;
        }

        try
        {
            Take(JsonSerializer.Deserialize<GivenArticle>(bytes, RequestBody.Format));
        }
        catch (JsonException problem)
        {
            Reject(WrongLine, $"the line is wrong{RequestBody.PlaceOf(problem)}; give {ArticleApi.Wanted}");
        }
    }

    private void Take(GivenArticle? given)
    {
        if (given is null)
        {
            Reject(WrongLine, $"the line is null; give {ArticleApi.Wanted}");
        }
        else if (ArticleFile.Create(given, out GivenArticleProblem? problem) is { } file)
        {
            _files.Add(file);
        }
        else
        {
            Reject(WrongArticle, $"{problem!.Member}: give {problem.Allowed}");
        }
    }

    private void Reject(string code, string reason)
    {
        Rejected++;
        if (_problems.Count < MaxProblems)
        {
            _problems.Add(new ArticleLineProblem(_line, code, reason));
        }
    }
}
