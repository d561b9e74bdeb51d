// A job that does what its first argument says, so that the tests see each way a job can go.
using System.Globalization;

string[] rest = args[1..];
switch (args[0])
{
    case "exit":
        Console.WriteLine($"probe: {string.Join('|', rest)}");
        return int.Parse(rest[0], CultureInfo.InvariantCulture);
    case "throw":
        throw new InvalidOperationException("the probe throws");
    default:
        Console.Error.WriteLine($"probe: what is '{args[0]}'?");
        return 2;
}
