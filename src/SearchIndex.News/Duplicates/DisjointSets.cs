namespace SearchIndex.News.Duplicates;

/// <summary>Sets of numbers that can be joined (union-find with path halving; Tarjan and van Leeuwen, 1984).</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parents;

    /// <summary>Creates a set of its own for each number from 0 on.</summary>
    public DisjointSets(int count)
    {
        _parents = [.. Enumerable.Range(0, count)];
    }

    /// <summary>Returns the number that stands for the set of another: the smallest in it.</summary>
    public int Find(int number)
    {
        while (_parents[number] != number)
        {
            _parents[number] = _parents[_parents[number]];
            number = _parents[number];
        }

        return number;
    }

    /// <summary>Makes one set of those of two numbers.</summary>
    public void Join(int left, int right)
    {
        int first = Find(left);
        int second = Find(right);
        _parents[Math.Max(first, second)] = Math.Min(first, second);
    }
}
