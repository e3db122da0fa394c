using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SearchIndex.Server.Collections;

/// <summary>What the archives need of the service.</summary>
internal static class CollectionServices
{
    /// <summary>Adds the archives, and those who work for them.</summary>
    /// <exception cref="ArgumentException">There is no archive, or names that cannot be told apart.</exception>
    public static void AddCollections(this IServiceCollection services, SearchServiceOptions options)
    {
        ThrowIfNamesAreWrong(options.Collections);
        services.AddSingleton<CollectionSet>();
        for (int i = 0; i < options.Collections.Count; i++)
        {
            AddWorkers(services, i, options.Collections[i]);
        }
    }

    /// <summary>Adds those who work for an archive, in the order in which they are to start. The host ends the service when one of them fails.</summary>
    private static void AddWorkers(IServiceCollection services, int position, CollectionOptions options)
    {
        services.AddSingleton<IHostedService>(provider => Of(provider).Refresher);
        services.AddSingleton<IHostedService>(provider => Of(provider).MakeRunner());
        if (options.WatchedPaths.Count > 0)
        {
            services.AddSingleton<IHostedService>(provider => Of(provider).MakeWatcher());
        }

        Collection Of(IServiceProvider provider) => provider.GetRequiredService<CollectionSet>()[position];
    }

    private static void ThrowIfNamesAreWrong(IReadOnlyList<CollectionOptions> collections)
    {
        bool isOnlyOne = collections.Count == 1 && collections[0].Name.Length == 0;
        if (!isOnlyOne && (collections.Count == 0 || !collections.All(one => CollectionName.IsAllowed(one.Name)) || collections.DistinctBy(one => one.Name).Count() < collections.Count))
        {
            throw new ArgumentException($"give one archive without a name, or archives with names of their own: {CollectionName.Allowed}");
        }
    }
}
