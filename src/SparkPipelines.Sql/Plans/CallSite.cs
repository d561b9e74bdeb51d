using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Proto = Spark.Connect;

namespace SparkPipelines.Sql.Plans;

/// <summary>
/// A place in the caller's code where an expression was made. It travels with the expression by a short name, as PySpark's do, and comes back
/// with the errors that the expression causes; only then are the file and line behind the name looked up.
/// </summary>
/// <remarks>
/// Finding a place is a walk over the stack, some microseconds. The switch <c>SparkPipelines.Sql.CallSites</c> in an application's
/// <c>runtimeconfig.json</c>, set to false, does without.
/// </remarks>
internal sealed partial class CallSite
{
    private const string Switch = "SparkPipelines.Sql.CallSites";

    /// <summary>A program has as many places as its code; one that makes code as it runs must not grow without end.</summary>
    private const int MostSites = 20_000;

    private static readonly bool IsOn = !AppContext.TryGetSwitch(Switch, out var isOn) || isOn;
    private static readonly ConcurrentDictionary<(MethodBase Method, int Offset), CallSite> Sites = new();
    private static readonly ConcurrentDictionary<string, CallSite> ByName = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<Module, bool> Callers = new();

    private readonly ConcurrentDictionary<string, Proto.ExpressionCommon> _commons = new(StringComparer.Ordinal);
    private readonly string _name;
    private readonly Lazy<string> _text;

    private CallSite(MethodBase method, int offset)
    {
        var token = string.Create(CultureInfo.InvariantCulture, $"{method.MetadataToken:x8}+{offset:x}");
        _name = $"{method.Name}@{method.Module.ScopeName}!{token}";
        _text = new Lazy<string>(() => SourceLines.Find(method, offset) is var (file, line)
            ? string.Create(CultureInfo.InvariantCulture, $"{file}:line {line}")
            : $"{method.DeclaringType}.{method.Name} in {method.Module.ScopeName}");
    }

    /// <summary>What an expression that is made now carries: the nearest caller outside the libraries. Null when it is not known.</summary>
    /// <param name="fragment">What is called: a function's name, an operator.</param>
    public static Proto.ExpressionCommon? Of(string fragment)
    {
        if (!IsOn)
            return null;
        var stack = new StackTrace(1, fNeedFileInfo: false);
        for (var i = 0; i < stack.FrameCount; i++)
        {
            if (stack.GetFrame(i) is not { } frame || frame.GetMethod() is not { } method || !Callers.GetOrAdd(method.Module, IsCaller))
                continue;
            return Get(method, frame.GetILOffset())?.CommonOf(fragment);
        }

        return null;
    }

    /// <summary>A text in which the names of places are files and lines.</summary>
    public static string Resolve(string text) => text.Contains('!', StringComparison.Ordinal)
        ? Names().Replace(text, static found => ByName.TryGetValue(found.Value, out var site) ? site._text.Value : found.Value)
        : text;

    private static CallSite? Get(MethodBase method, int offset)
    {
        if (Sites.TryGetValue((method, offset), out var known))
            return known;
        if (offset == StackFrame.OFFSET_UNKNOWN || Sites.Count >= MostSites)
            return null;
        var site = Sites.GetOrAdd((method, offset), static key => new CallSite(key.Method, key.Offset));
        return ByName.GetOrAdd(site._name, site);
    }

    private static bool IsCaller(Module module) => module.Assembly.GetName().Name is not (
        "SparkPipelines.Sql" or "SparkPipelines.Data" or "SparkPipelines.Delta" or "SparkPipelines.Pipelines" or "SparkPipelines.Embedded"
        or "SparkPipelines.Worker" or "System.Private.CoreLib" or "System.Linq");

    /// <summary>One message for all expressions of a place, which share it.</summary>
    private Proto.ExpressionCommon CommonOf(string fragment) => _commons.GetOrAdd(
        fragment, static (fragment, name) => new() { Origin = new() { PythonOrigin = new() { Fragment = fragment, CallSite = name } } }, _name);

    [GeneratedRegex(@"\S+@\S+![0-9a-f]{8}\+[0-9a-f]+")]
    private static partial Regex Names();
}
