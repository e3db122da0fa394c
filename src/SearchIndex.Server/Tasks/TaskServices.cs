using Microsoft.Extensions.DependencyInjection;

namespace SearchIndex.Server.Tasks;

/// <summary>What tasks need of the service.</summary>
internal static class TaskServices
{
    /// <summary>Adds the board of tasks and who does them.</summary>
    public static void AddTasks(this IServiceCollection services)
    {
        services.AddSingleton<IndexGate>();
        services.AddSingleton<TaskBoard>();
        services.AddSingleton<TaskWork>();
        services.AddSingleton<InboxChanges>();
        services.AddHostedService<TaskRunner>();
    }
}
