namespace SearchIndex.News.Tests.Judge;

/// <summary>Tests that share one <see cref="KitNewsIndex"/>.</summary>
[CollectionDefinition(Name)]
public sealed class KitNewsCollection : ICollectionFixture<KitNewsIndex>
{
    public const string Name = "kit news index";
}
