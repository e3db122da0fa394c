namespace SearchIndex.Benchmarks.Tuning;

/// <summary>What the first hits of a question have of it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Hits">For each hit, in the order of the first scores: this score, and what each kind of evidence would gain at a weight of 1.</param>
/// <param name="Answer">The place of the answer among them, from 0; -1 when it is not there.</param>
internal sealed record FoundEvidence(KitQuestion Question, double[][] Hits, int Answer)
{
    /// <summary>Returns the reciprocal rank of the answer under weights; 0 behind the tenth place. Of equal sums the earlier hit is first.</summary>
    public double ReciprocalRank(double[] weights, int places)
    {
        if (Answer < 0)
        {
            return 0;
        }

        double answer = Sum(Hits[Answer], weights);
        int before = Hits.Where((hit, place) => place != Answer && (Sum(hit, weights), -place).CompareTo((answer, -Answer)) > 0).Count();
        return before < places ? 1.0 / (before + 1) : 0;
    }

    private static double Sum(double[] hit, double[] weights) => hit.Zip(weights, (value, weight) => value * weight).Sum();
}
