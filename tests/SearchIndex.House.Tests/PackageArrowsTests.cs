using System.Reflection;
using SearchIndex.Engine.Store;

namespace SearchIndex.House.Tests;

/// <summary>
/// Holds the picture of docs/architecture.md: which package of the engine may know which. What a type knows is read from its base types,
/// interfaces, fields, parameters, return values and locals.
/// </summary>
public sealed class PackageArrowsTests
{
    private const string Engine = "SearchIndex.Engine.";
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Util"] = [],
        ["Util.Simd"] = ["Util"],
        ["Store"] = ["Util"],
        ["Codecs"] = ["Util", "Store"],
        ["Codecs.Lucene87"] = ["Util", "Util.Simd", "Store", "Codecs"],
        ["Analysis"] = ["Util"],
        ["Documents"] = ["Util", "Analysis"],
        ["Index"] = ["Util", "Store", "Codecs", "Analysis", "Documents"],
        ["Search"] = ["Util", "Store", "Codecs", "Index"],
        ["Highlight"] = ["Util", "Store", "Codecs", "Index", "Search", "Analysis"],
    };

    [Fact]
    public void Engine_Packages_KnowOnlyPackagesToTheirLeft()
    {
        var forbidden = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Type type in EngineTypes())
        {
            string package = PackageOf(type);
            foreach (Type known in KnownBy(type).SelectMany(Parts).Where(known => known.Assembly == type.Assembly))
            {
                string other = PackageOf(known);
                if (other != package && !MayKnow[package].Contains(other))
                {
                    forbidden.Add($"{package} -> {other}: {type.FullName} knows {known.FullName}");
                }
            }
        }

        Assert.True(forbidden.Count == 0, string.Join('\n', forbidden));
    }

    [Fact]
    public void Engine_Packages_AreTheOnesOfThePicture()
    {
        string[] packages = [.. EngineTypes().Select(PackageOf).Distinct().Order(StringComparer.Ordinal)];

        Assert.Equal(MayKnow.Keys.Order(StringComparer.Ordinal), packages);
    }

    [Fact]
    public void Engine_Assembly_ReferencesTheBaseClassLibraryOnly()
    {
        string[] foreign = [.. typeof(IndexDirectory).Assembly.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal))];

        Assert.Empty(foreign);
    }

    [Theory]
    [InlineData("AngleSharp", "SearchIndex.News/Ingest/")]
    [InlineData("YamlDotNet", "SearchIndex.News/Ingest/")]
    [InlineData("Microsoft.AspNetCore", "SearchIndex.Server/")]
    [InlineData("Spectre.Console", "SearchIndex.Cli/")]
    [InlineData("System.CommandLine", "SearchIndex.Cli/")]
    public void Library_IsUsed_InItsPlaceOnly(string library, string place)
    {
        string[] outside = [.. HouseRules.SourceFiles
            .Where(file => !HouseRules.Relative(file).StartsWith("src/" + place, StringComparison.Ordinal))
            .Where(file => File.ReadLines(file).Any(line => line.StartsWith("using " + library, StringComparison.Ordinal)))
            .Select(HouseRules.Relative)];

        Assert.Empty(outside);
    }

    private static IEnumerable<Type> EngineTypes() =>
        typeof(IndexDirectory).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith(Engine, StringComparison.Ordinal) == true);

    /// <summary>A folder of a package is part of it, but for the two that have an arrow of their own.</summary>
    private static string PackageOf(Type type)
    {
        if (type.Namespace?.StartsWith(Engine, StringComparison.Ordinal) != true)
        {
            return "none";
        }

        string space = type.Namespace[Engine.Length..];
        return MayKnow.ContainsKey(space) ? space : space.Split('.')[0];
    }

    private static IEnumerable<Type> KnownBy(Type type)
    {
        if (type.BaseType is { } baseType)
        {
            yield return baseType;
        }

        foreach (Type implemented in type.GetInterfaces())
        {
            yield return implemented;
        }

        foreach (FieldInfo field in type.GetFields(Everything))
        {
            yield return field.FieldType;
        }

        foreach (MethodBase method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
        {
            if (method is MethodInfo { ReturnType: var returned })
            {
                yield return returned;
            }

            foreach (ParameterInfo parameter in method.GetParameters())
            {
                yield return parameter.ParameterType;
            }

            foreach (LocalVariableInfo local in method.GetMethodBody()?.LocalVariables ?? [])
            {
                yield return local.LocalType;
            }
        }
    }

    /// <summary>A generic or array type knows its parts.</summary>
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
        {
            return Parts(type.GetElementType()!);
        }

        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
    }
}
