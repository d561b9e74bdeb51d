using System.Text;
using SparkPipelines.Embedded.Native;

namespace SparkPipelines.Embedded.Tests.Native;

public sealed class TextBufferTests
{
    // The texts are Java 17's; files are written with them.
    [Fact]
    public void AppendJava_NumbersOfOneDigit_AreTheNearestOfTwoDigits()
    {
        var buffer = new TextBuffer();

        buffer.AppendJava(double.Epsilon);
        buffer.Append(","u8);
        buffer.AppendJava(float.Epsilon);
        buffer.Append(","u8);
        buffer.AppendJava(-20.0);

        Encoding.UTF8.GetString(buffer.Written).ShouldBe("4.9E-324,1.4E-45,-20.0");
    }
}
