namespace SearchIndex.Server.Tests.Api.Contract;

/// <summary>What a document promises of a call.</summary>
internal enum Promise
{
    /// <summary>An answer that is good, since all values are.</summary>
    Success,

    /// <summary>A problem with status 4xx, since a value is not allowed.</summary>
    Refusal,

    /// <summary>Any of the documented answers.</summary>
    Documented,
}
