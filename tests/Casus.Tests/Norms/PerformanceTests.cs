using Casus.Core.Facts;
using Casus.Tests.Stepping;
using Xunit;

namespace Casus.Tests.Norms;

/// <summary>S17 Performance, Quantity, Time, Breach.</summary>
public class PerformanceTests
{
    private const string Within24 = "Article 1. On an attack by Russia: Poland shall assist Ukraine within 24 hours.";
    private const string Shells =
        "Article 1. On an attack by Russia: Poland shall deliver 100 vehicles to Ukraine within 72 hours.";

    [Fact]
    public void At_the_deadline_is_in_time() =>
        Trial
            .Of(Within24)
            .Attack("a", "10T08")
            .Done("Poland", "11T08")
            .Says("dutyArose 1.1 Poland 10T08 due 11T08", "dutyDischarged 1.1 Poland 11T08")
            .Ends("1.1 Poland discharged");

    [Fact]
    public void A_second_late_is_a_breach_that_performance_ends_and_does_not_undo() =>
        Trial
            .Of(Within24)
            .Attack("a", "10T08")
            .Done("Poland", "11T08:00:01")
            .Says(
                "dutyArose 1.1 Poland 10T08 due 11T08",
                "dutyOverdue 1.1 Poland 11T08",
                "dutyBreached 1.1 Poland 11T08 known 11T08:00:01",
                "dutyDischarged 1.1 Poland 11T08:00:01"
            )
            .Ends("1.1 Poland breached");

    [Fact]
    public void In_time_but_known_later_discharges_then() =>
        Trial
            .Of(Within24)
            .Attack("a", "10T08")
            .Done("Poland", "11T00", known: "13T00")
            .Says(
                "dutyArose 1.1 Poland 10T08 due 11T08",
                "dutyOverdue 1.1 Poland 11T08",
                "dutyDischarged 1.1 Poland 11T00 known 13T00"
            )
            .Ends("1.1 Poland discharged");

    [Fact]
    public void Silence_is_never_a_breach() =>
        Trial.Of(Within24).Attack("a", "10T08").Ends("1.1 Poland performanceUnknown");

    [Fact]
    public void The_oldest_instance_is_discharged_first_and_one_by_each_fact() =>
        Trial
            .Of(Within24)
            .Attack("a", "10T08")
            .Attack("b", "10T09")
            .Done("Poland", "10T12")
            .Until("10T13")
            .Ends("1.1 Poland discharged", "1.1 Poland open");

    [Fact]
    public void About_names_another_instance() =>
        Trial
            .Of(Within24)
            .Attack("a", "10T08")
            .Attack("b", "10T09")
            .Done("Poland", "10T12", about: "b")
            .Until("10T13")
            .Ends("1.1 Poland open", "1.1 Poland discharged");

    [Fact]
    public void A_performance_of_another_clause_performs_nothing() =>
        Trial.Of(Within24).Attack("a", "10T08").Done("Poland", "10T12", "1.2").Until("10T13").Ends("1.1 Poland open");

    [Fact]
    public void Quantities_add_up_and_the_row_that_reaches_the_amount_discharges() =>
        Trial
            .Of(Shells)
            .Attack("a", "10T08")
            .Act(ActKind.Performance, "Poland", "10T12", "1.1", quantity: 60, unit: "vehicles")
            .Act(ActKind.Performance, "Poland", "11T12", "1.1", quantity: 40, unit: "vehicles")
            .Says("dutyArose 1.1 Poland 10T08 due 13T08", "dutyDischarged 1.1 Poland 11T12")
            .Ends("1.1 Poland discharged");

    [Fact]
    public void A_part_by_the_deadline_is_overdue_and_not_unknown() =>
        Trial
            .Of(Shells)
            .Attack("a", "10T08")
            .Act(ActKind.Performance, "Poland", "10T12", "1.1", quantity: 60, unit: "vehicles")
            .Says("dutyArose 1.1 Poland 10T08 due 13T08", "dutyOverdue 1.1 Poland 13T08")
            .Ends("1.1 Poland overdue");

    [Fact]
    public void A_quantity_reached_too_late_is_a_breach() =>
        Trial
            .Of(Shells)
            .Attack("a", "10T08")
            .Act(ActKind.Performance, "Poland", "10T12", "1.1", quantity: 60, unit: "vehicles")
            .Act(ActKind.Performance, "Poland", "14T12", "1.1", quantity: 40, unit: "vehicles")
            .Says(
                "dutyArose 1.1 Poland 10T08 due 13T08",
                "dutyOverdue 1.1 Poland 13T08",
                "dutyBreached 1.1 Poland 13T08 known 14T12",
                "dutyDischarged 1.1 Poland 14T12"
            );

    [Fact]
    public void Another_unit_is_refused_and_no_quantity_claims_the_whole() =>
        Trial
            .Of(Shells)
            .Attack("a", "10T08")
            .Act(ActKind.Performance, "Poland", "10T12", "1.1", quantity: 100, unit: "aircraft")
            .Act(ActKind.Performance, "Poland", "10T14", "1.1")
            .Says(
                "dutyArose 1.1 Poland 10T08 due 13T08",
                "refused 1.1 Poland 10T12",
                "dutyDischarged 1.1 Poland 10T14"
            );

    [Fact]
    public void Quantities_of_members_of_a_joint_duty_are_added() =>
        Trial
            .Of("Article 1. On an attack by Russia: the guarantors shall jointly deliver 100 vehicles within 72 hours.")
            .Attack("a", "10T08")
            .Act(ActKind.Performance, "Poland", "10T12", "1.1", quantity: 60, unit: "vehicles")
            .Act(ActKind.Performance, "France", "10T14", "1.1", quantity: 40, unit: "vehicles")
            .Says("dutyArose 1.1 guarantors 10T08 due 13T08", "dutyDischarged 1.1 guarantors 10T14");

    [Fact]
    public void A_finding_of_the_body_that_it_was_not_done_is_a_breach_at_the_deadline() =>
        Trial
            .Of(Within24)
            .Attack("a", "10T08")
            .Found("13T00", "1.1", by: "Germany", value: "no")
            .Found("14T00", "1.1", value: "no")
            .Says(
                "dutyArose 1.1 Poland 10T08 due 11T08",
                "dutyOverdue 1.1 Poland 11T08",
                "dutyBreached 1.1 Poland 11T08 known 14T00"
            )
            .Ends("1.1 Poland breached");

    [Fact]
    public void A_finding_against_a_duty_without_a_clock_is_a_breach_at_the_finding() =>
        Trial
            .Of("Article 1. On an attack by Russia: Poland shall assist Ukraine, forthwith.")
            .Attack("a", "10T08")
            .Found("14T00", "1.1", value: "no")
            .Says("dutyArose 1.1 Poland 10T08", "dutyBreached 1.1 Poland 14T00");

    [Fact]
    public void Each_year_runs_from_entry_and_surplus_carries_nowhere() =>
        Trial
            .Of("Article 1. The guarantors shall jointly hold at least 2 exercises with Ukraine in each year.")
            .InForce("2024-03-01T00")
            .Act(ActKind.Performance, "guarantors", "2024-05-10T08", "1.1", quantity: 1, unit: "exercises")
            .Act(ActKind.Performance, "guarantors", "2024-09-10T08", "1.1", quantity: 1, unit: "exercise")
            .Act(ActKind.Performance, "guarantors", "02-10T08", "1.1", quantity: 1, unit: "exercises")
            .Act(ActKind.Performance, "guarantors", "09-10T08", "1.1", quantity: 1, unit: "exercises")
            .Act(ActKind.Performance, "guarantors", "2026-04-10T08", "1.1", quantity: 1, unit: "exercises")
            .Until("2026-06-01T00")
            .Says(
                "dutyArose 1.1 guarantors 2024-03-01T00 due 02-28T23:59:59",
                "dutyDischarged 1.1 guarantors 2024-09-10T08",
                "dutyArose 1.1 guarantors 03-01T00 due 2026-02-28T23:59:59",
                "dutyOverdue 1.1 guarantors 2026-02-28T23:59:59",
                "dutyArose 1.1 guarantors 2026-03-01T00 due 2027-02-28T23:59:59"
            )
            .Ends("1.1 guarantors discharged", "1.1 guarantors overdue", "1.1 guarantors open");

    [Fact]
    public void Each_month_is_due_at_its_last_second() =>
        Trial
            .Of("Article 1. Commission shall report in each month.")
            .InForce("31T00")
            .Act(ActKind.Performance, "Commission", "02-10T08", "1.1")
            .Until("03-15T00")
            .Says(
                "dutyArose 1.1 Commission 31T00 due 02-27T23:59:59",
                "dutyDischarged 1.1 Commission 02-10T08",
                "dutyArose 1.1 Commission 02-28T00 due 03-30T23:59:59"
            );
}
