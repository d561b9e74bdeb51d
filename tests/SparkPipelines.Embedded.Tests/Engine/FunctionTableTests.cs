using SparkPipelines.Embedded.Functions;

namespace SparkPipelines.Embedded.Tests.Engine;

public sealed class FunctionTableTests
{
    [Fact]
    public void Functions_ThatUsersCanName_AreSparks()
    {
        // Names with blanks are the engine's own; these are what messages call operators.
        string[] operators = ["isnan", "isNull", "unaryminus", "when", "if", "field of each", WholeDays, "isodow", "create_map"];
        FunctionTable.All.Select(function => function.Name)
            .Where(name => !name.Contains(' ', StringComparison.Ordinal) && !SparkFunctionNames.Contains(name) && !operators.Contains(name))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Functions_AreAtLeastTwoHundred() =>
        FunctionTable.All.Count(function => SparkFunctionNames.Contains(function.Name)).ShouldBeGreaterThanOrEqualTo(200);

    private const string WholeDays = IntervalFunctions.WholeDays;
}
