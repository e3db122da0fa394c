namespace SearchIndex.Server.Tests.Security.Attacks;

/// <summary>One attack: what is sent, what the service must answer, and what must not be in the answer.</summary>
/// <param name="Name">What is tried, in the words of docs/security.md.</param>
/// <param name="Door">The service that is attacked.</param>
/// <param name="Sent">The request, see <see cref="AttackRequest"/>.</param>
/// <param name="Answer">What the service must answer, see <see cref="AttackAnswer.Summary"/>.</param>
/// <param name="Defences">What must hold of the answer besides.</param>
internal sealed record Attack(string Name, Door Door, string Sent, string Answer, params Defence[] Defences)
{
    /// <summary>Gets the texts that must not be in the answer, headers included.</summary>
    public string[] Never { get; init; } = [];

    /// <summary>Gets how often the request is sent, each time on a connection of its own; the last answer counts.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Gets whether the request is sent byte for byte as it stands, without the headers that all others have.</summary>
    public bool IsRaw { get; init; }

    public override string ToString() => Name;
}
