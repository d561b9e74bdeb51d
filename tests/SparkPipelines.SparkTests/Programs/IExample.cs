namespace SparkPipelines.SparkTests.Programs;

/// <summary>
/// A program as a user of Microsoft.Spark writes it: only the namespaces in its using lines differ. The architecture tests compile all of
/// them against Microsoft.Spark's own declarations, with the namespaces changed back.
/// </summary>
internal interface IExample
{
    void Run(string[] args);
}
