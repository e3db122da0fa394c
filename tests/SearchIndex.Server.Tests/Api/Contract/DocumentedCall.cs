namespace SearchIndex.Server.Tests.Api.Contract;

/// <summary>A call that the document suggests.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Values">The values of parameters, by name; several of one name are a list.</param>
/// <param name="Body">The body, or null.</param>
/// <param name="Expected">What the document promises of it.</param>
internal sealed record DocumentedCall(ApiOperation Operation, IReadOnlyList<(string Name, string Value)> Values, string? Body, Promise Expected)
{
    /// <summary>Gets the address.</summary>
    public string Address
    {
        get
        {
            string path = Operation.Path;
            var query = new List<string>();
            foreach ((string name, string value) in Values)
            {
                string encoded = Uri.EscapeDataString(value);
                bool isInPath = path.Contains($"{{{name}}}", StringComparison.Ordinal);
                path = path.Replace($"{{{name}}}", encoded, StringComparison.Ordinal);
                query.AddRange(isInPath ? [] : [$"{name}={encoded}"]);
            }

            return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
        }
    }

    public override string ToString()
    {
        string shown = $"{Operation.Method} {Address} {Body}";
        return shown.Length > 300 ? shown[..300] + "…" : shown;
    }
}
