using System.Globalization;

namespace SearchIndex.Benchmarks.Loading;

/// <summary>The Lua script that <c>wrk</c> runs, and the line that it prints at the end.</summary>
internal static class WrkScript
{
    /// <summary>The argument with which answers are counted by status, which costs the client time for each.</summary>
    public const string CountStatuses = "statuses";

    private const string Mark = "counted";

    // Each thread begins elsewhere, so that two do not ask the same question at the same time.
    private const string Text = """
        local threads = {}
        local requests = {}
        statuses = {}

        function setup(thread)
          threads[#threads + 1] = thread
          thread:set("place", #threads * 1009)
        end

        function init(args)
          for path in io.lines(args[1]) do
            requests[#requests + 1] = wrk.format("GET", path)
          end
          if args[2] == "statuses" then
            function response(status)
              statuses[status] = (statuses[status] or 0) + 1
            end
          end
        end

        function request()
          place = place + 1
          return requests[place % #requests + 1]
        end

        function done(summary, latency)
          local errors = summary.errors
          local line = string.format("counted %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
            errors.connect + errors.read + errors.write + errors.timeout)
          local counts = {}
          for _, thread in ipairs(threads) do
            for status, count in pairs(thread:get("statuses")) do
              counts[status] = (counts[status] or 0) + count
            end
          end
          if next(counts) == nil and errors.status > 0 then
            counts[400] = errors.status
          end
          for status, count in pairs(counts) do
            line = line .. string.format(" %d=%d", status, count)
          end
          print(line)
        end
        """;

    /// <summary>Writes the script.</summary>
    public static void Write(string path) => File.WriteAllText(path, Text);

    /// <summary>Reads what the script printed.</summary>
    /// <exception cref="InvalidDataException">It printed nothing of the kind.</exception>
    public static WrkResult Read(string output)
    {
        string[] cells = output.Split('\n').FirstOrDefault(line => line.StartsWith(Mark, StringComparison.Ordinal))?.Split(' ')
            ?? throw new InvalidDataException("wrk counted nothing: " + output);
        long[] numbers = [.. cells[1..6].Select(Number)];
        Dictionary<int, long> statuses = cells[6..].Select(cell => cell.Split('=')).ToDictionary(pair => (int)Number(pair[0]), pair => Number(pair[1]));
        return new WrkResult(numbers[0], numbers[1] / 1e6, numbers[2] / 1e3, numbers[3] / 1e3, numbers[4], statuses);
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
