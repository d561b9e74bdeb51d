using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace SparkPipelines.Sql.Connect;

/// <summary>.NET's own verdict on a server's certificate, with its reasons said in our words.</summary>
internal static class CertificateCheck
{
    public static RemoteCertificateValidationCallback For(ConnectionString connection) => (_, certificate, chain, errors) =>
        errors == SslPolicyErrors.None
            ? true
            : throw new TlsFault(Reason(connection.Host, certificate as X509Certificate2, chain, errors));

    private static string Reason(string host, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
            return "it shows no certificate";
        var reasons = new List<string>();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            reasons.Add($"is for {NamesOf(certificate)}, not for '{host}'");
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
        {
            var statuses = (chain?.ChainStatus ?? []).Select(status => status.Status.ToString()).Distinct().Order(StringComparer.Ordinal);
            reasons.Add($"is not trusted on this machine ({string.Join(", ", statuses)})");
        }

        return $"its certificate {string.Join(", and ", reasons)}";
    }

    private static string NamesOf(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(extension => extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(address => address.ToString())))
            .Select(name => $"'{name}'")
            .ToList();
        return names.Count > 0 ? string.Join(", ", names) : $"'{certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false)}'";
    }
}
