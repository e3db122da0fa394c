namespace SearchIndex.Benchmarks.Tuning;

/// <summary>
/// Finds the weights under which the answers are most likely to be chosen among the hits, when a hit is chosen in proportion to the exponential
/// of its weighted sum (McFadden, Conditional Logit Analysis of Qualitative Choice Behavior, 1974). The likelihood has one top, which Newton's
/// method finds.
/// </summary>
internal static class ConditionalLogit
{
    private const int Steps = 25;

    /// <summary>Keeps the equations solvable where a kind of evidence tells nothing.</summary>
    private const double Ridge = 1e-7;

    /// <summary>Finds the weights.</summary>
    /// <param name="samples">Hits of questions with their answers; questions without one tell nothing.</param>
    /// <param name="shareOf">How much a question counts.</param>
    /// <param name="used">Which kinds of evidence are used; the others get 0.</param>
    /// <returns>A weight for each kind, 1 for the first.</returns>
    public static double[] Fit(IReadOnlyList<FoundEvidence> samples, Func<FoundEvidence, double> shareOf, bool[] used)
    {
        int[] kinds = [.. Enumerable.Range(0, used.Length).Where(kind => used[kind])];
        double[] weights = new double[kinds.Length];
        for (int step = 0; step < Steps; step++)
        {
            double[] gradient = [.. weights.Select(weight => -Ridge * weight)];
            double[,] curvature = new double[kinds.Length, kinds.Length];
            for (int kind = 0; kind < kinds.Length; kind++)
            {
                curvature[kind, kind] = Ridge;
            }

            foreach (FoundEvidence sample in samples.Where(sample => sample.Answer >= 0))
            {
                Add(sample, shareOf(sample), kinds, weights, gradient, curvature);
            }

            double[] move = Solve(curvature, gradient);
            weights = [.. weights.Zip(move, (weight, change) => weight + change)];
        }

        double[] all = new double[used.Length];
        for (int kind = 0; kind < kinds.Length; kind++)
        {
            all[kinds[kind]] = weights[kind] / weights[0];
        }

        return all;
    }

    private static void Add(FoundEvidence sample, double share, int[] kinds, double[] weights, double[] gradient, double[,] curvature)
    {
        double[][] hits = [.. sample.Hits.Select(hit => kinds.Select(kind => hit[kind]).ToArray())];
        double[] sums = [.. hits.Select(hit => hit.Zip(weights, (value, weight) => value * weight).Sum())];
        double most = sums.Max();
        double[] chances = [.. sums.Select(sum => Math.Exp(sum - most))];
        double total = chances.Sum();
        double[] expected = new double[kinds.Length];
        for (int hit = 0; hit < hits.Length; hit++)
        {
            for (int kind = 0; kind < kinds.Length; kind++)
            {
                expected[kind] += chances[hit] / total * hits[hit][kind];
            }
        }

        for (int kind = 0; kind < kinds.Length; kind++)
        {
            gradient[kind] += share * (hits[sample.Answer][kind] - expected[kind]);
            for (int other = 0; other < kinds.Length; other++)
            {
                for (int hit = 0; hit < hits.Length; hit++)
                {
                    curvature[kind, other] += share * chances[hit] / total * (hits[hit][kind] - expected[kind]) * (hits[hit][other] - expected[other]);
                }
            }
        }
    }

    /// <summary>Solves linear equations by elimination, the largest pivot first.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        int size = right.Length;
        for (int column = 0; column < size; column++)
        {
            int from = column;
            int pivot = Enumerable.Range(column, size - column).MaxBy(row => Math.Abs(matrix[row, from]));
            for (int index = 0; index < size; index++)
            {
                (matrix[column, index], matrix[pivot, index]) = (matrix[pivot, index], matrix[column, index]);
            }

            (right[column], right[pivot]) = (right[pivot], right[column]);
            for (int row = column + 1; row < size; row++)
            {
                double factor = matrix[row, column] / matrix[column, column];
                right[row] -= factor * right[column];
                for (int index = column; index < size; index++)
                {
                    matrix[row, index] -= factor * matrix[column, index];
                }
            }
        }

        double[] solution = new double[size];
        for (int row = size - 1; row >= 0; row--)
        {
            double rest = right[row];
            for (int index = row + 1; index < size; index++)
            {
                rest -= matrix[row, index] * solution[index];
            }

            solution[row] = rest / matrix[row, row];
        }

        return solution;
    }
}
