using SparkPipelines.EndToEndTests.Support;

namespace SparkPipelines.EndToEndTests.Submit;

/// <summary>One Spark at a time: each takes the machine. The tools and the ProbeJob are built before the first test's clock runs.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SubmitTests : ICollectionFixture<SubmitTests.Tools>
{
    public const string Name = "spark-submit.sh";

    public sealed class Tools : IAsyncLifetime
    {
        public async ValueTask InitializeAsync()
        {
            await using Submission submission = Submission.Start(null, [Repository.ProbeJob, "exit", "0"]);
            SubmissionResult result = await submission.WaitForExitAsync(TimeSpan.FromMinutes(15));
            result.ExitCode.ShouldBe(0, result.Error);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
