using System.Text.Json;
using System.Text.Json.Serialization;

namespace SearchIndex.Server.Tasks;

/// <summary>Values of an enumeration as JSON: their names in camel case, and nothing else; numbers are not taken for values.</summary>
internal sealed class EnumNames<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
