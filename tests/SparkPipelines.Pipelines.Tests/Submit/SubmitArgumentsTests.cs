using SparkPipelines.Pipelines.Submit;

namespace SparkPipelines.Pipelines.Tests.Submit;

public sealed class SubmitArgumentsTests
{
    [Fact]
    public void Parse_OptionsOfEveryForm_FindsTheJob()
    {
        string[] options = ["--master", "local[2]", "--supervise", "--conf=spark.a=b=c", "-c", "spark.d=e", "-v", "--name", "--odd"];

        var arguments = SubmitArguments.Parse([.. options, "jobs/X", "--master", "not Spark's", "-x"]);

        arguments.SparkOptions.ShouldBe(options);
        arguments.Job.ShouldBe("jobs/X");
        arguments.JobArguments.ShouldBe(["--master", "not Spark's", "-x"]);
        arguments.Option("--master").ShouldBe("local[2]");
        arguments.Option("--name").ShouldBe("--odd");
        arguments.Conf("spark.a").ShouldBe("b=c");
        arguments.Conf("spark.d").ShouldBe("e");
    }

    [Fact]
    public void Parse_OptionGivenTwice_KeepsTheLast() =>
        SubmitArguments.Parse(["--master", "a", "--master=b", "job"]).Option("--master").ShouldBe("b");

    [Theory]
    [InlineData("--version")]
    [InlineData("--help")]
    [InlineData("--kill=driver-1")]
    public void Parse_OptionThatStartsNothing_NeedsNoJob(string option) => SubmitArguments.Parse([option]).Job.ShouldBeNull();

    [Theory]
    [InlineData("--mastr", "spark-submit has no option '--mastr'; options for the job stand after JOB.")]
    [InlineData("--supervise=yes", "spark-submit has no option '--supervise=yes'; options for the job stand after JOB.")]
    [InlineData("--master", "The option '--master' needs a value.")]
    [InlineData("--conf=spark.a", "--conf 'spark.a' is not of the form name=value.")]
    [InlineData("--verbose", "No JOB given; usage: spark-submit.sh [spark-submit options] JOB [job arguments].")]
    public void Parse_WhatSparkSubmitWouldNotTake_IsRefused(string option, string message)
    {
        var failure = Should.Throw<SubmitException>(() => SubmitArguments.Parse([option]));

        failure.Message.ShouldBe(message);
        failure.ExitCode.ShouldBe(64);
    }
}
