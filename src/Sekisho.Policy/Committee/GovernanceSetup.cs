using Microsoft.Extensions.DependencyInjection;
using Sekisho.Platform.Approvals;
using Sekisho.Policy.Exceptions;

namespace Sekisho.Policy.Committee;

internal static class GovernanceSetup
{
    public static IServiceCollection AddGovernance(this IServiceCollection services) =>
        services.AddSingleton<RequestException>().AddSingleton<IApprovalOwner, ExceptionOwner>().AddSingleton<ExceptionReader>().AddSingleton<CommitteeReader>();
}
