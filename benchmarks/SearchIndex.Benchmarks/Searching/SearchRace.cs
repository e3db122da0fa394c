using System.Diagnostics;

namespace SearchIndex.Benchmarks.Searching;

/// <summary>Runs both sides in turns over one index: first to warm up, then round after round, each set in each mode on both.</summary>
internal sealed class SearchRace
{
    private readonly IReadOnlyList<RaceSet> _sets;
    private readonly OurSide _ours;
    private readonly JavaSide? _java;

    public SearchRace(IReadOnlyList<RaceSet> sets, OurSide ours, JavaSide? java)
    {
        _sets = sets;
        _ours = ours;
        _java = java;
    }

    /// <summary>Runs everything for some seconds without counting it, at least twice.</summary>
    public void WarmUp(double seconds)
    {
        long started = Stopwatch.GetTimestamp();
        int rounds = 0;
        while (rounds < 2 || Stopwatch.GetElapsedTime(started).TotalSeconds < seconds)
        {
            Run(1);
            rounds++;
        }
    }

    /// <summary>Runs the rounds and returns the times, a lane for each set in each mode.</summary>
    public IReadOnlyList<RaceLane> Run(int rounds)
    {
        RaceLane[] lanes = [.. _sets.SelectMany((set, number) => set.Modes.Select(mode => new RaceLane(number, set, mode)))];
        for (int round = 0; round < rounds; round++)
        {
            foreach (RaceLane lane in lanes)
            {
                _ours.Run(lane.Set, lane.Mode, lane.Ours);
                _java?.Run(lane.Number, lane.Mode, lane.Java);
            }
        }

        return lanes;
    }
}
