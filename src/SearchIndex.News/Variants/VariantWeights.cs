namespace SearchIndex.News.Variants;

/// <summary>What an alternative counts beside the form that was typed, which counts 1. In one place, so that they can be tuned.</summary>
public static class VariantWeights
{
    /// <summary>The weight of an alternative when neither it nor the typed form is ambiguous.</summary>
    public const float Alternative = 0.8f;

    /// <summary>The weight of an alternative when it or the typed form is ambiguous, and the query has none of the words that would tell.</summary>
    public const float Ambiguous = 0.3f;
}
