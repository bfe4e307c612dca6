// SPDX-License-Identifier: Apache-2.0
#include "service/demo_texts.h"

#include <array>

namespace assay {

std::span<const DemoText> demoTexts()
{
    static constexpr std::array all{
        DemoText{
            "Why was I charged $%1 twice this month?",
            "One of the two charges is an authorization that expires within 7 days; only $%1 is kept. [1]",
            "01-duplicate-charges", 0.25},
        DemoText{"How long does a refund of $%1 take to reach my card?",
                 "Card refunds arrive 5 to 7 business days after approval. [1]", "12-refund-payout-timing",
                 0.1},
        DemoText{"Can I get %1 % of the invoice back if only part of it was wrong?",
                 "Yes. A partial refund of up to the invoiced amount can be issued once. [1]",
                 "13-partial-refunds", 0.35},
        DemoText{"What happens to my data after I cancel with %1 seats?",
                 "Data stays readable for 30 days and is deleted after that. [1]", "15-cancel-subscription",
                 0.3},
        DemoText{"We hit the API rate limit with %1 requests. What is allowed?",
                 "The limit depends on the plan; a 429 answer names the second to try again. [1]",
                 "19-api-rate-limits", 0.2},
        DemoText{"How do I add %1 seats in the middle of the year?",
                 "New seats are charged for the rest of the period, to the day. [1]", "10-seat-changes", 0.3},
        DemoText{"Does VAT come back with a refund of $%1?",
                 "Yes, VAT is refunded in proportion, with a credit note. [1]", "04-vat-on-refunds", 0.5},
        DemoText{"My trial turned into a paid plan for $%1. Can that be undone?",
                 "Within 14 days of the conversion the charge is refunded in full. [1]",
                 "18-trial-conversion-refund", 0.35},
        DemoText{"Who has to approve a refund above $%1?",
                 "Refunds above the agent's limit need a billing lead. [1]", "16-refund-approval", 0.4},
        DemoText{"How do I rotate an API key without downtime for %1 services?",
                 "Create a second key, deploy it, then revoke the old one. [1]", "30-api-key-rotation", 0.3},
        DemoText{"A customer disputes $%1 with the bank. What do I send them?",
                 "Send the invoice, the usage report and the acceptance of the terms. [1]", "14-chargebacks",
                 0.6},
        DemoText{"Can we pay invoice %1 in euros instead of dollars?",
                 "The billing currency can be changed at the next renewal. [1]", "08-billing-currency", 0.45},
        DemoText{"Two-factor codes stopped working for %1 users. How do I reset them?",
                 "An owner resets them under Members; the user then enrols again. [1]", "27-two-factor-reset",
                 0.25},
        DemoText{"What is the largest file we can upload, is %1 GB fine?",
                 "Single files of up to 5 GB are taken; larger ones in parts. [1]", "20-upload-size", 0.15},
        DemoText{"Warum wurden mir %1 € doppelt abgebucht?",
                 "Eine der Buchungen ist nur vorgemerkt und verfällt nach 7 Tagen. [1]",
                 "01-duplicate-charges", 0.35},
        DemoText{"Wie lange dauert die Erstattung von %1 € auf die Karte?",
                 "Kartenerstattungen sind nach 5 bis 7 Werktagen da. [1]", "12-refund-payout-timing", 0.2},
        DemoText{"Wie kündige ich ein Abo mit %1 Plätzen?",
                 "Unter Abrechnung, Abo, Kündigen; es läuft bis zum Ende des Zeitraums. [1]",
                 "15-cancel-subscription", 0.25},
        DemoText{"Bekomme ich die Umsatzsteuer auf %1 € zurück?",
                 "Ja, anteilig und mit einer Gutschrift. [1]", "04-vat-on-refunds", 0.55},
        DemoText{"Darf ich %1 Plätze vor der Verlängerung abbestellen?",
                 "Ja, die Änderung gilt ab der Verlängerung. [1]", "10-seat-changes", 0.4},
        DemoText{"Wie exportiere ich die Daten von %1 Projekten?",
                 "Unter Einstellungen, Export; der Verweis gilt 48 Stunden. [1]", "28-data-export", 0.25},
        DemoText{"Rechnung %1 ist offen, obwohl wir gezahlt haben. Was nun?",
                 "Überweisungen werden binnen zwei Werktagen zugeordnet. [1]", "05-invoice-states", 0.45},
        DemoText{"Wer löscht die Daten nach DSGVO für %1 Nutzer?",
                 "Ein Eigentümer beantragt es; nach 30 Tagen ist es endgültig. [1]", "29-gdpr-deletion", 0.5},
    };
    return all;
}

} // namespace assay
