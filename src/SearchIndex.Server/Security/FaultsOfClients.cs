using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SearchIndex.Server.Security;

/// <summary>Tells faults of clients from those of the service: a body that breaks off, never comes or is none gets no 500, and no line in the log.</summary>
internal static class FaultsOfClients
{
    /// <summary>Gets how exceptions become answers.</summary>
    public static ExceptionHandlerOptions Options => new()
    {
        StatusCodeSelector = failure => StatusOf(failure) ?? StatusCodes.Status500InternalServerError,
        SuppressDiagnosticsCallback = failed => StatusOf(failed.Exception) is not null,
    };

    /// <summary>Kestrel has no exception of its own for the size of a chunk that is larger than any number.</summary>
    private static int? StatusOf(Exception failure) => failure switch
    {
        BadHttpRequestException fault => fault.StatusCode,
        IOException { InnerException: OverflowException } => StatusCodes.Status400BadRequest,
        _ => null,
    };
}
